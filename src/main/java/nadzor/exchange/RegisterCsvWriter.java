package nadzor.exchange;

import com.google.common.base.Joiner;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Writes the register in six columns, in windows-1251. */
final class RegisterCsvWriter implements WrittenFormat {
  private final RegisterGroup group = new RegisterGroup(this::record);
  private Optional<Outlet> outlet = Optional.empty();

  @Override
  public Charset charset() {
    return Mojibake.WINDOWS_1251;
  }

  @Override
  public void begin(Heading heading, Outlet out) throws IOException {
    outlet = Optional.of(out);
    Optional<String> updated = heading.value("updated");
    if (updated.isPresent()) {
      out.line("Updated: " + updated.get());
    }
  }

  @Override
  public void item(ListItem item, Outlet out) throws IOException {
    if (item.details() instanceof RegisterContent content) {
      if (content.id().isPresent() || content.blockType().isPresent()) {
        out.reduce(item, Loss.DECISION, "no id, times, types and hash here");
      }
      String words = content.org().orElse("") + content.number().orElse("");
      if (!charset().newEncoder().canEncode(words)) {
        out.reduce(item, Loss.DECISION, "letters that windows-1251 has not");
      }
    } else if (item.details() instanceof TestSite) {
      out.reduce(item, Loss.SITE, "no categories here");
    }
    group.add(item, out);
  }

  @Override
  public void end(Outlet out) throws IOException {
    group.flush();
  }

  private void record(RegisterContent content, List<RegisterGroup.Value> values)
      throws IOException {
    String row =
        Joiner.on(';')
            .join(
                Stream.of(
                        column(values, ResourceKind::isAddress),
                        column(values, ResourceKind.DOMAIN::equals),
                        column(values, ResourceKind.URL::equals),
                        content.org().orElse(""),
                        content.number().orElse(""),
                        content.date().orElse(""))
                    .map(field -> CsvRow.quoted(field, ';'))
                    .toList());
    if (outlet.isPresent()) {
      outlet.get().line(row);
    }
  }

  private static String column(List<RegisterGroup.Value> values, Predicate<ResourceKind> which) {
    return Joiner.on(" | ")
        .join(
            values.stream()
                .filter(value -> which.test(value.kind()))
                .map(RegisterGroup.Value::text)
                .toList());
  }

  @Override
  public Set<Loss> losses() {
    Set<Loss> losses = RegisterGroup.losses();
    losses.add(Loss.DECISION);
    losses.add(Loss.SITE);
    return losses;
  }
}

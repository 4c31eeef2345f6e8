package nadzor.exchange;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The register in six columns: addresses, domains, URLs, organisation, number, date; several values
 * of a column with {@code |} between them; windows-1251; the first line says when it was updated.
 */
final class RegisterCsvReader implements LineFormat {
  private static final String UPDATED = "Updated:";
  private static final int COLUMNS = 6;

  private final Ranges ranges = new Ranges();
  private final RegisterRecord values = new RegisterRecord();

  @Override
  public Charset charset() {
    return Mojibake.WINDOWS_1251;
  }

  @Override
  public void line(String text, Intake in) throws IOException {
    if (text.isBlank()) {
      return;
    }
    if (text.startsWith(UPDATED)) {
      String updated = text.substring(UPDATED.length()).strip();
      in.heading(Heading.NONE.with("updated", updated));
      return;
    }
    Optional<List<CsvRow.Field>> fields = CsvRow.split(text, ';');
    if (fields.isEmpty()) {
      in.refuse(Fault.SHAPE, text.indexOf('"') + 1, "a quote that is not closed", "one that is");
    } else if (fields.get().size() != COLUMNS) {
      in.refuse(
          Fault.SHAPE,
          text.length() + 1,
          fields.get().size() + " columns",
          COLUMNS + ": addresses;domain;URL;organisation;number;date");
    } else {
      row(fields.get(), in);
    }
  }

  private void row(List<CsvRow.Field> fields, Intake in) throws IOException {
    int line = in.line();
    values.clear();
    add(Optional.of(ResourceKind.URL), fields.get(2), in);
    add(Optional.of(ResourceKind.DOMAIN), fields.get(1), in);
    add(Optional.empty(), fields.get(0), in);
    if (values.isEmpty()) {
      in.refuse(Fault.SHAPE, 1, "a record without address, domain and URL", "at least one");
      return;
    }
    RegisterContent content =
        new RegisterContent(
            line,
            OptionalInt.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            date(fields.get(5), in),
            text(fields.get(4), in),
            text(fields.get(3), in));
    values.give(content, ranges, in);
    in.at(line, "");
  }

  private static Optional<String> text(CsvRow.Field field, Intake in) throws IOException {
    return Optional.of(Mojibake.repaired(field.text(), field.column(), in))
        .filter(text -> !text.isEmpty());
  }

  private static Optional<String> date(CsvRow.Field field, Intake in) throws IOException {
    if (field.text().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Dates.date(field.text()).toString());
    } catch (DateTimeException e) {
      in.refuseValue(Fault.VALUE, field.column(), field.text(), "a date as 2022-02-24");
      return Optional.empty();
    }
  }

  private void add(Optional<ResourceKind> kind, CsvRow.Field field, Intake in) throws IOException {
    String all = field.text();
    int start = 0;
    while (start <= all.length()) {
      int bar = all.indexOf(" | ", start);
      int end = bar < 0 ? all.length() : bar;
      String value = all.substring(start, end);
      if (!value.isBlank()) {
        ResourceKind which = kind.orElseGet(() -> addressKind(value));
        values.add(which, value, in.line(), field.column() + start, Optional.empty(), in);
      }
      start = bar < 0 ? all.length() + 1 : bar + 3;
    }
  }

  private static ResourceKind addressKind(String value) {
    boolean six = value.indexOf(':') >= 0;
    return value.indexOf('/') < 0
        ? six ? ResourceKind.IPV6 : ResourceKind.IP
        : six ? ResourceKind.SUBNET6 : ResourceKind.SUBNET;
  }
}

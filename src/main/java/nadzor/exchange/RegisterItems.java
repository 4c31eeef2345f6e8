package nadzor.exchange;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.UrlMatcher;
import nadzor.registry.MoscowTime;
import nadzor.registry.Register;
import nadzor.registry.RegisterEntry;
import nadzor.registry.Resource;

/** The laboratory's own register as a list. */
public final class RegisterItems {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
  private static final DateTimeFormatter OFFSET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
  private static final String FILE = "register";
  private static final int HASH = 16;

  private RegisterItems() {}

  /** What such a list says of itself. */
  public static Heading heading(Instant at) {
    String time = at.atZone(MoscowTime.ZONE).format(OFFSET);
    return Heading.NONE
        .with("updateTime", time)
        .with("updateTimeUrgently", time)
        .with("formatVersion", "2.4")
        .with("updated", at.atZone(java.time.ZoneOffset.UTC).format(updated()));
  }

  private static DateTimeFormatter updated() {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xx");
  }

  /** All items of a register, in order. */
  public static Stream<ListItem> of(Register register) {
    return register.entries().stream().flatMap(entry -> of(entry).stream());
  }

  /**
   * One item for each resource of an entry. Its hash is ours: the first 16 octets of a SHA-256 over
   * the record, as the way in which the real one is made is not public.
   *
   * @throws IllegalArgumentException if the entry's number has more than 31 bits
   */
  public static List<ListItem> of(RegisterEntry entry) {
    RegisterContent content = content(entry);
    Act act = entry.measure() == Measure.THROTTLE ? Act.THROTTLE : Act.LISTED;
    return entry.resources().stream()
        .map(Resource::matcher)
        .map(
            what ->
                new ListItem(
                    target(what),
                    Prescription.of(act),
                    content,
                    new Spot(FILE, content.row(), 1),
                    Optional.empty(),
                    what.toString()))
        .toList();
  }

  private static Target target(Matcher what) {
    return what instanceof UrlMatcher url && !url.prefix()
        ? new Target.Url(url.toString(), url)
        : new Target.Matched(what);
  }

  private static RegisterContent content(RegisterEntry entry) {
    if (entry.id() < 1 || entry.id() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("entry " + entry.id() + ": a register's ids have 31 bits");
    }
    int id = (int) entry.id();
    return new RegisterContent(
        id,
        OptionalInt.of(id),
        Optional.of(entry.includeTime().atZone(MoscowTime.ZONE).format(LOCAL)),
        OptionalInt.of(entry.entryType()),
        OptionalInt.empty(),
        Optional.of(entry.blockType().word()),
        Optional.of(hash(entry)),
        Optional.empty(),
        Optional.of(entry.decision().date().toString()),
        entry.decision().number(),
        Optional.of(entry.decision().org()));
  }

  private static String hash(RegisterEntry entry) {
    String text =
        entry.includeTime()
            + "|"
            + entry.entryType()
            + "|"
            + entry.blockType()
            + "|"
            + entry.decision()
            + "|"
            + entry.resources();
    byte[] octets = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes();
    return BaseEncoding.base16().encode(octets, 0, HASH);
  }
}

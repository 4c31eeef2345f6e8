package nadzor.exchange;

import com.google.common.base.Splitter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells formats apart: by a signature, else by what most lines look like, else by the name. */
final class Detection {
  private static final int LINES = 200;
  private static final Map<Format, Pattern> LOOKS =
      new EnumMap<>(
          Map.of(
              Format.RPZ,
              Pattern.compile(
                  "(?i)\\$(TTL|ORIGIN)\\s.*"
                      + "|\\S+\\s+(\\d\\w*\\s+)?(IN\\s+)?(SOA|NS|CNAME|A|AAAA|TXT|MX)\\s+\\S.*"),
              Format.HOSTS,
              Pattern.compile("[0-9a-fA-F.:]*[.:][0-9a-fA-F.:]*\\s+[^\\s;#]+(\\s.*)?"),
              Format.DNSMASQ,
              Pattern.compile("(address|server|local)\\s*=\\s*/.*"),
              Format.UNBOUND,
              Pattern.compile("(server:.*|local-(zone|data)\\s*:.*)"),
              Format.ADBLOCK,
              Pattern.compile("(@@|\\|).*|.*(\\^(\\$.*)?|##.+|#@#.+)"),
              Format.REGISTER_CSV,
              Pattern.compile("([^;]*;){5,}[^;]*")));

  private final String name;
  private final String head;

  Detection(String name, byte[] head) {
    this.name = name.toLowerCase(Locale.ROOT);
    String text = new String(head, StandardCharsets.ISO_8859_1);
    this.head = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
  }

  Format format() {
    return bySignature().or(this::byLines).or(this::byName).orElse(Format.PLAIN);
  }

  private Optional<Format> bySignature() {
    String start = head.stripLeading();
    if (start.startsWith("<?xml") || start.startsWith("<")) {
      return Optional.of(Format.REGISTER_XML);
    }
    if (start.startsWith("Updated:")) {
      return Optional.of(Format.REGISTER_CSV);
    }
    if (start.startsWith("url,category_code,")) {
      return Optional.of(Format.CITIZEN_LAB);
    }
    if (start.startsWith("{")) {
      return Optional.of(Format.JSON_LINES);
    }
    return start.startsWith("[Adblock") ? Optional.of(Format.ADBLOCK) : Optional.empty();
  }

  /** The format that most lines look like, where at least half of them do. */
  private Optional<Format> byLines() {
    List<String> lines =
        Splitter.on('\n')
            .splitToStream(head)
            .map(String::strip)
            .filter(line -> !line.isEmpty() && "#!;".indexOf(line.charAt(0)) < 0)
            .map(line -> line.substring(0, Math.min(line.length(), 2000)))
            .limit(LINES)
            .toList();
    return Arrays.stream(Format.values())
        .filter(LOOKS::containsKey)
        .filter(format -> 2 * count(lines, format) >= Math.max(1, lines.size()))
        .max((one, other) -> Long.compare(count(lines, one), count(lines, other)));
  }

  private static long count(List<String> lines, Format format) {
    Pattern look = LOOKS.getOrDefault(format, Pattern.compile("(?!)"));
    return lines.stream().filter(line -> look.matcher(line).matches()).count();
  }

  private Optional<Format> byName() {
    String bare = name.replaceFirst("\\.(gz|zip)$", "");
    if (head.lines().anyMatch(line -> !line.isBlank() && "#!;".indexOf(line.charAt(0)) < 0)) {
      return Optional.empty();
    }
    if (bare.endsWith(".xml")) {
      return Optional.of(Format.REGISTER_XML);
    }
    if (bare.endsWith(".rpz") || bare.endsWith(".zone")) {
      return Optional.of(Format.RPZ);
    }
    if (bare.endsWith(".jsonl")) {
      return Optional.of(Format.JSON_LINES);
    }
    return bare.endsWith("hosts") || bare.endsWith("hosts.txt")
        ? Optional.of(Format.HOSTS)
        : Optional.empty();
  }
}

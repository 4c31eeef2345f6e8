package nadzor.store;

import com.google.common.hash.HashCode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A journal as JSON Lines: a line that says after which record it begins, a line for each record
 * with its hash, and a line that says where it ends. Every line ends with LF; a record stands there
 * byte for byte as it was hashed.
 *
 * <pre>{@code
 * {"journal":"nadzor","format":1,"after":0,"hash":"..."}
 * {"record":{...},"hash":"..."}
 * {"end":1,"hash":"..."}
 * }</pre>
 */
final class ExportFormat {
  private static final String HEX = "([0-9a-f]{64})";
  private static final String NUMBER = "(0|[1-9][0-9]{0,17})";
  private static final Pattern START =
      Pattern.compile(
          "\\{\"journal\":\"nadzor\",\"format\":1,\"after\":"
              + NUMBER
              + ",\"hash\":\""
              + HEX
              + "\"}");
  private static final Pattern END =
      Pattern.compile("\\{\"end\":" + NUMBER + ",\"hash\":\"" + HEX + "\"}");

  /** What stands before a record. */
  static final String BEFORE = "{\"record\":";

  /** What stands between a record and its hash. */
  static final String BETWEEN = ",\"hash\":\"";

  private static final int DIGITS = 64;

  /** How many bytes stand after a record. */
  static final int AFTER = BETWEEN.length() + DIGITS + "\"}".length();

  private ExportFormat() {}

  static byte[] start(Head after) {
    return bytes(
        "{\"journal\":\"nadzor\",\"format\":1,\"after\":" + after.number() + hash(after.hash()));
  }

  static byte[] before() {
    return bytes(BEFORE);
  }

  static byte[] after(Row row) {
    return bytes(hash(row.hash()));
  }

  static byte[] end(Head end) {
    return bytes("{\"end\":" + end.number() + hash(end.hash()));
  }

  private static String hash(HashCode hash) {
    return BETWEEN + hash + "\"}";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Optional<Head> readStart(byte[] line) {
    return head(START, line);
  }

  static Optional<Head> readEnd(byte[] line) {
    return head(END, line);
  }

  private static Optional<Head> head(Pattern pattern, byte[] line) {
    Matcher matcher = pattern.matcher(new String(line, StandardCharsets.ISO_8859_1));
    return matcher.matches()
        ? Optional.of(
            new Head(Long.parseLong(matcher.group(1)), HashCode.fromString(matcher.group(2))))
        : Optional.empty();
  }

  /** The hash at the end of a record's line; empty where none stands. */
  static Optional<HashCode> readHash(byte[] line) {
    if (line.length < BEFORE.length() + AFTER) {
      return Optional.empty();
    }
    String tail = new String(line, line.length - AFTER, AFTER, StandardCharsets.ISO_8859_1);
    String digits = tail.substring(BETWEEN.length(), BETWEEN.length() + DIGITS);
    boolean whole = tail.startsWith(BETWEEN) && tail.endsWith("\"}") && digits.matches(HEX);
    return whole ? Optional.of(HashCode.fromString(digits)) : Optional.empty();
  }
}

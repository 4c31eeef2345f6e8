package nadzor.probe;

import java.util.Locale;
import java.util.Optional;

/**
 * Whether a page in the clear is the control's. The same status and the same octets are enough.
 * Where octets differ, status, length and title must all fit: OONI's ts-017 is content with one of
 * length, headers and title beside the status, because pages of the open internet vary; the
 * laboratory's hardly do, and its block pages are short pages as the origins' are.
 */
final class PageComparison {
  /** Above this share two lengths match (ts-017, body_length_match). */
  static final double BODY_PROPORTION = 0.7;

  private PageComparison() {}

  /** What differs; empty if nothing that matters does. */
  static Optional<String> difference(HttpAnswer seen, HttpAnswer control) {
    if (seen.status() != control.status()) {
      return Optional.of("status " + seen.status() + ", the control's " + control.status());
    }
    if (seen.bodySha256().equals(control.bodySha256())) {
      return Optional.empty();
    }
    if (!folded(seen).equals(folded(control))) {
      return Optional.of("title '" + shown(seen) + "', the control's '" + shown(control) + "'");
    }
    return proportion(seen.bodyLength(), control.bodyLength()) > BODY_PROPORTION
        ? Optional.empty()
        : Optional.of(
            "body of " + seen.bodyLength() + ", the control's of " + control.bodyLength());
  }

  private static String shown(HttpAnswer answer) {
    return answer.title().orElse("");
  }

  private static String folded(HttpAnswer answer) {
    return shown(answer).toLowerCase(Locale.ROOT);
  }

  /** min(a/b, b/a) of ts-017; two empty bodies are alike. */
  private static double proportion(long a, long b) {
    long longer = Math.max(a, b);
    return longer == 0 ? 1 : (double) Math.min(a, b) / longer;
  }
}

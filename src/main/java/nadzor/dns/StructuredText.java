package nadzor.dns;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import nadzor.blocklist.Rule;
import nadzor.censor.StructuredError;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the EXTRA-TEXT of a structured DNS error (draft-ietf-dnsop-structured-dns-error) as
 * I-JSON: contacts, sub-error, justification, organisation and language. Only clients that ask for
 * it get it, so that it may allocate. Belongs to one event loop.
 */
final class StructuredText {
  private final JsonMapper mapper = JsonMapper.shared();
  private final ExtraText plain = new ExtraText();
  private final byte[] reason = new byte[ExtraText.LONGEST];

  /**
   * Writes as much of it into {@code [from, limit)} as fits: justification and organisation are the
   * first to go.
   *
   * @return the offset after it; {@code from} where nothing fits that a client could use
   */
  int write(StructuredError error, Rule rule, byte[] into, int from, int limit) {
    byte[] whole = json(whole(error, rule));
    if (from + whole.length <= limit) {
      return put(whole, into, from);
    }
    Map<String, Object> needed = needed(error);
    byte[] lean = json(needed);
    boolean usable = !needed.isEmpty() && from + lean.length <= limit;
    return usable ? put(lean, into, from) : from;
  }

  private static int put(byte[] text, byte[] into, int from) {
    System.arraycopy(text, 0, into, from, text.length);
    return from + text.length;
  }

  private Map<String, Object> whole(StructuredError error, Rule rule) {
    Map<String, Object> names = needed(error);
    int end = plain.write(rule, reason, 0, reason.length);
    names.put("j", new String(reason, 0, end, StandardCharsets.UTF_8));
    if (!error.organisation().isEmpty()) {
      names.put("o", error.organisation());
    }
    names.put("l", error.language());
    return names;
  }

  /** Of which a client needs one at least, besides the justification. */
  private static Map<String, Object> needed(StructuredError error) {
    Map<String, Object> names = new LinkedHashMap<>();
    if (!error.contacts().isEmpty()) {
      names.put("c", error.contacts());
    }
    error.subError().ifPresent(number -> names.put("s", number));
    return names;
  }

  private byte[] json(Map<String, ?> names) {
    return mapper.writeValueAsBytes(names);
  }
}

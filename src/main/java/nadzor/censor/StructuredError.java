package nadzor.censor;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a structured DNS error tells (draft-ietf-dnsop-structured-dns-error). Immutable.
 *
 * @param optionCode the EDNS option by which a client asks for it: the draft has no number yet, so
 *     one of the local range (65001 to 65534, RFC 6891)
 * @param contacts {@code mailto:} and {@code tel:} URIs
 * @param organisation who restricts
 * @param language of the texts (RFC 5646)
 * @param subError why in more detail: 1 malware, 2 phishing, 3 spam, 4 spyware, 5 the network
 *     operator's policy, 6 the DNS operator's
 */
public record StructuredError(
    int optionCode,
    List<String> contacts,
    String organisation,
    String language,
    OptionalInt subError) {
  private static final int POLICY = 5;
  private static final int LAST = 6;

  /** Copies the list. */
  public StructuredError {
    contacts = List.copyOf(contacts);
    if (optionCode < 65_001 || optionCode > 65_534) {
      throw new IllegalArgumentException("option " + optionCode + ", expected 65001 to 65534");
    }
    if (subError.isPresent() && (subError.getAsInt() < 1 || subError.getAsInt() > LAST)) {
      throw new IllegalArgumentException(
          "sub-error " + subError.getAsInt() + ", expected 1 to " + LAST);
    }
    for (String contact : contacts) {
      if (!contact.startsWith("mailto:") && !contact.startsWith("tel:")) {
        throw new IllegalArgumentException("contact '" + contact + "', expected mailto: or tel:");
      }
    }
  }

  /** Without a sub-error. */
  public StructuredError(
      int optionCode, List<String> contacts, String organisation, String language) {
    this(optionCode, contacts, organisation, language, OptionalInt.empty());
  }

  /** Whether the sub-error may stand beside an Extended DNS Error of this INFO-CODE. */
  boolean goesWith(int extendedError) {
    boolean policy = subError.isPresent() && subError.getAsInt() >= POLICY;
    return subError.isEmpty()
        || extendedError == Profile.BLOCKED
        || (extendedError == Profile.FILTERED && !policy);
  }
}

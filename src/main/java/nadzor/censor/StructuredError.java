package nadzor.censor;

import java.util.List;

/**
 * What a structured DNS error tells (draft-ietf-dnsop-structured-dns-error). Immutable.
 *
 * @param optionCode the EDNS option by which a client asks for it: the draft has no number yet, so
 *     one of the local range (65001 to 65534, RFC 6891)
 * @param contacts {@code mailto:} and {@code tel:} URIs
 * @param organisation who restricts
 * @param language of the texts (RFC 5646)
 */
public record StructuredError(
    int optionCode, List<String> contacts, String organisation, String language) {
  /** Copies the list. */
  public StructuredError {
    contacts = List.copyOf(contacts);
    if (optionCode < 65_001 || optionCode > 65_534) {
      throw new IllegalArgumentException("option " + optionCode + ", expected 65001 to 65534");
    }
    for (String contact : contacts) {
      if (!contact.startsWith("mailto:") && !contact.startsWith("tel:")) {
        throw new IllegalArgumentException("contact '" + contact + "', expected mailto: or tel:");
      }
    }
  }
}

package nadzor.story.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nadzor.files.BadFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that can never take effect, and files that say two things at once. */
class ContradictionTest {
  private static final String HEAD =
      "profile: p\nabout: A profile.\nsource: [made up]\n%s\nenforce:\n%s\n";

  private static BadFile refused(String settings, String lines) {
    ProfileReader reader = new ProfileReader();
    String text = HEAD.formatted(settings, lines.strip().replace("| -", "\n-"));
    return assertThrows(BadFile.class, () -> reader.parse("p.yaml", text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "; - {on: client-hello, measure: block, action: close}| - {on: client-hello, measure: block, port: 443, action: alert}; line 1 hides",
        "; - {on: client-hello, any-name: true, action: close}| - {on: client-hello, measure: block, action: alert}; line 1 hides",
        "; - {on: client-hello, measure: block, action: close}| - {on: client-hello, measure: block, by: exact-name, action: alert}; line 1 hides",
        "; - {on: client-hello, action: close}; no aim",
        "; - {on: client-hello, measure: block, any-name: true, action: close}; measure any-name",
        "; - {on: dns-question, measure: block, by: address, action: truncate}; by address",
        "; - {on: connection, measure: block, by: name, action: refuse}; by name",
        "; - {on: opaque, measure: block, action: silence}; by name",
        "; - {on: client-hello, measure: block, nameless: true, action: close}; nameless",
        "; - {on: quic-initial, measure: block, action: silence}; encrypted",
        "quic: {gather: frames}; - {on: quic-initial, any-name: true, action: silence}; gathered",
        "inspect: {tolerate-records: true}; - {on: client-hello, measure: block, action: close}; tolerate-records",
        "; - {on: client-hello, any-name: true, direction: server, action: close}; direction",
        "; - {on: dns-question, measure: block, over: tcp, action: truncate}; over streams",
        "extended-error: 4; - {on: dns-question, measure: block, action: {rcode: nxdomain}}; extended-error 4",
        "; - {on: dns-question, measure: block, action: close}; cannot act",
        "; - {on: client-hello, measure: block, action: truncate}; cannot act",
        "; - {on: client-hello, measure: block, action: {block-page: {status: 200}}}; cannot act",
        "; - {on: dns-question, measure: block, port: 53, action: truncate}; cannot be asked",
        "; - {on: dns-question, measure: block, action: silence, residual: {key: address, for: 9 s}}; no residual",
        "; - {on: http-head, measure: block, action: {block-page: {status: 302}}}; location",
        "; - {on: http-head, measure: block, action: {block-page: {status: 200, location: 'http://a.test/'}}}; location",
      })
  void doesNotLoad(String settings, String lines, String complaint) {
    String message = refused(settings == null ? "" : settings, lines).problems().toString();
    assertTrue(message.contains(complaint), message);
    assertTrue(message.contains("expected"), message);
  }

  @Test
  void theComplaintNamesTheLine() {
    BadFile bad =
        refused(
            "",
            "- {on: client-hello, measure: block, action: close}"
                + "| - {on: client-hello, measure: block, action: alert}");
    assertEquals(7, bad.problems().get(0).at().line());
  }
}

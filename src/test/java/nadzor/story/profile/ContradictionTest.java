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
        "; - {on: connection, any-name: true, port: 850-860, action: refuse}| - {on: connection, measure: block, port: 853, action: silence}; line 1 hides",
        "; - {on: dns-question, measure: block, over: [udp, tcp], action: silence}| - {on: dns-question, measure: block, over: udp, action: truncate}; line 1 hides",
        "; - {on: dns-question, measure: block, type: [A, AAAA], action: silence}| - {on: dns-question, measure: block, type: A, action: {rcode: nodata}}; line 1 hides",
        "; - {on: quic-initial, any-name: true, version: [1, 2], action: silence}| - {on: quic-initial, any-name: true, version: 2, action: silence}; line 1 hides",
        "; - {on: quic-initial, any-name: true, min-length: 100, action: silence}| - {on: quic-initial, any-name: true, min-length: 200, action: silence}; line 1 hides",
        "; - {on: http-head, any-name: true, containing: falun, action: close}| - {on: http-head, any-name: true, containing: falungong, action: silence}; line 1 hides",
        "; - {on: client-hello, names: [.a.test, b.test], action: close}| - {on: client-hello, names: [w.a.test], action: alert}; line 1 hides",
        "; - {on: client-hello, names: [a.test], action: pass}| - {on: client-hello, names: [a.test], action: close}; line 1 hides",
        "; - {on: client-hello, measure: block, action: close}| - {on: connection, any-name: true, action: silence}; line 2 hides",
        "; - {on: client-hello, any-name: true, action: pass}; exempts from nothing",
        "; - {on: quic-initial, any-name: true, action: pass}| - {on: client-hello, measure: block, action: close}; exempts from nothing",
        "; - {on: dns-question, measure: block, action: {silence: {after: 3}}}; silence after some while",
        "; - {on: dns-question, measure: block, type: A, action: strip-ech}; carries none",
        "; - {on: dns-question, measure: block, action: {forge: {to: [127.9.0.1, '::1'], draw: true}}}; draw from",
        "inspect: {limit: 999}; - {on: client-hello, measure: block, action: close}; limit where nothing",
        "inspect: {requests: first}; - {on: client-hello, measure: block, action: close}; no line meets requests",
        "reassembly: segments; - {on: dns-question, measure: block, action: silence}; no line meets streams",
        "quic: {decrypt: true}; - {on: client-hello, measure: block, action: close}; no line meets datagrams",
        "extended-error: 15; - {on: client-hello, measure: block, action: close}; no line meets DNS",
        "; - {on: connection, measure: block, datagrams: true, action: hijack}; a hijack of datagrams",
        "; - {on: client-hello, measure: block, action: hijack, residual: {key: address, for: 9 s}}; a residual of 'hijack'",
        "; - {on: http-head, any-name: true, containing: ' ', action: close}; a blank",
        "; - {on: client-hello, measure: block, action: pass, residual: {key: address, for: 9 s}}| - {on: client-hello, any-name: true, action: close}; a residual of 'pass'",
        "; - {on: client-hello, action: close}; no aim",
        "; - {on: client-hello, measure: block, any-name: true, action: close}; measure any-name",
        "; - {on: dns-question, measure: block, by: address, action: truncate}; by address",
        "; - {on: connection, measure: block, by: name, action: refuse}; by name",
        "; - {on: opaque, measure: block, action: silence}; by name",
        "; - {on: client-hello, measure: block, nameless: true, action: close}; nameless",
        "; - {on: quic-initial, measure: block, action: silence}; encrypted",
        "; - {on: quic-initial, any-name: true, nameless: true, action: silence}; encrypted",
        "quic: {gather: frames}; - {on: quic-initial, any-name: true, action: silence}; gathered",
        "quic: {idle: 60 s}; - {on: quic-initial, any-name: true, action: silence}; quic idle",
        "inspect: {tolerate-records: true}; - {on: client-hello, measure: block, action: close}; tolerate-records",
        "; - {on: client-hello, any-name: true, direction: server, action: close}; direction",
        "; - {on: dns-question, measure: block, over: tcp, action: truncate}; over streams",
        "extended-error: 4; - {on: dns-question, measure: block, action: {rcode: nxdomain}}; extended-error 4",
        "; - {on: dns-question, measure: block, action: close}; cannot act",
        "; - {on: client-hello, measure: block, action: truncate}; cannot act",
        "; - {on: client-hello, measure: block, action: {block-page: {status: 200}}}; cannot act",
        "; - {on: dns-question, measure: block, port: 53, action: truncate}; conditions that fit",
        "; - {on: dns-question, measure: block, action: silence, residual: {key: address, for: 9 s}}; no residual",
        "; - {on: http-head, measure: block, action: {block-page: {status: 302}}}; location",
        "; - {on: http-head, measure: block, action: {block-page: {status: 451}}}; blocked-by",
        "; - {on: http-head, measure: block, action: {block-page: {status: 200}}, residual: {key: address, for: 9 s}}; a residual of 'block-page'",
        "; - {on: client-hello, measure: block, action: close, residual: {key: address, for: -5 s}}; '-5 s'",
        "; - {on: client-hello, measure: block, action: {reset: {towards: server, on-answer: true}}}; on-answer towards the server",
        "; - {on: connection, measure: block, datagrams: true, action: {reset: {towards: client}}}; a reset of datagrams",
        "; - {on: dns-question, measure: block, action: {race: {forged: silence, gap: 5 ms}}}; a race of 'silence'",
        "; - {on: dns-question, measure: block, action: {delay: {by: 1 s, then: {delay: {by: 1 s}}}}}; a delay of a delay",
        "; - {on: dns-question, measure: block, over: [udp, tcp], action: truncate}; over streams",
        "; - {on: dns-answer, measure: block, by: address, action: {rcode: nxdomain}}; a dns-answer by address",
        "; - {on: client-hello, any-name: true, by: exact-name, action: close}; by without a measure",
        "; - {on: client-hello, measure: throttle, action: {throttle: {rate: 650 B/s, per: client, up: {rate: 9 B/s}}}}; rate, per beside",
        "; - {on: client-hello, any-name: true, action: {reset: {towards: client, on-answer: true, after-octets: 9}}}; on-answer beside after",
        "; - {on: client-hello, any-name: true, action: {close: {after-time: 0 s}}}; '0 s'",
        "; - {on: client-hello, any-name: true, action: {close: {mute: true}}}; mute without",
        "; - {on: client-hello, any-name: true, action: {reset: {towards: both, after-time: 5 s, after-octets: 9, mute: true}}}; mute without",
        "; - {on: client-hello, any-name: true, action: {silence: {after-time: 5 s, mute: true}}}; mute",
        "; - {on: client-hello, any-name: true, action: {silence: {after-time: 5}}}; '5'",
        "; - {on: client-hello, any-name: true, action: {reset: {towards: client, after-time: 9999 d}}}; above a year",
        "; - {on: connection, any-name: true, datagrams: true, action: {close: {after-octets: 9}}}; a close of datagrams",
        "; - {on: quic-initial, any-name: true, action: {close: {after-octets: 9}}}; cannot act",
        "; - {on: client-hello, any-name: true, action: {throttle: {loss: 0.5}}}; loss on a client-hello",
        "; - {on: connection, any-name: true, action: {throttle: {rate: 9 B/s, up: {loss: 0.5}}}}; rate beside",
        "; - {on: connection, any-name: true, action: {throttle: {up: {loss: 0.5}}}}; loss on a connection",
        "; - {on: connection, any-name: true, datagrams: false, action: {throttle: {loss: 0.5}}}; loss on a connection",
        "; - {on: client-hello, any-name: true, action: {throttle: {jitter: -1 s}}}; below 0",
        "; - {on: client-hello, any-name: true, action: {throttle: {delay: 20 h, jitter: 20 h}}}; above a day",
        "; - {on: client-hello, any-name: true, action: {throttle: {per: flow}}}; nothing that slows",
        "; - {on: client-hello, any-name: true, action: {throttle: {rate: 9 B/s, gap: 5 ms}}}; a gap without pieces",
        "; - {on: client-hello, any-name: true, action: {throttle: {fin-delay: -1 s}}}; below 0",
        "; - {on: client-hello, any-name: true, action: {throttle: {fin-delay: 2 d}}}; above a day",
        "; - {on: datagram, any-name: true, action: {throttle: {pieces: 9}}}; pieces or a fin-delay on a datagram",
        "; - {on: connection, any-name: true, datagrams: true, action: {throttle: {down: {fin-delay: 2 s}}}}; pieces or a fin-delay on a connection",
        "; - {on: client-hello, measure: throttle, action: {throttle: {bucket: 10, delay: 1 s}}}; without a rate",
        "; - {on: quic-initial, any-name: true, version: 0x100000001, action: silence}; 0x100000001",
        "; - {on: http-head, measure: block, action: {block-page: {status: 200, location: 'http://a.test/'}}}; location",
      })
  void doesNotLoad(String settings, String lines, String complaint) {
    String message = refused(settings == null ? "" : settings, lines).problems().toString();
    assertTrue(message.contains(complaint), message);
    assertTrue(message.contains("expected"), message);
  }

  /** Lines that look hidden and are not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "- {on: connection, any-name: true, port: 850-860, action: refuse}| - {on: connection, any-name: true, port: 853-861, action: silence}",
        "- {on: quic-initial, any-name: true, min-length: 200, action: silence}| - {on: quic-initial, any-name: true, min-length: 100, action: silence}",
        "- {on: client-hello, names: [w.a.test], action: close}| - {on: client-hello, names: [.a.test], action: alert}",
        "- {on: client-hello, names: ['*.a.test'], action: close}| - {on: client-hello, names: [.a.test], action: alert}",
        "- {on: client-hello, any-name: true, chance: 0.5, action: close}| - {on: client-hello, any-name: true, action: alert}",
        "- {on: connection, any-name: true, datagrams: true, action: silence}| - {on: client-hello, any-name: true, action: alert}",
        "- {on: connection, any-name: true, port: 80, action: silence}| - {on: client-hello, any-name: true, action: alert}",
        "- {on: connection, names: [192.0.2.7], action: pass}| - {on: client-hello, any-name: true, action: alert}",
        "- {on: client-hello, measure: throttle, action: close}| - {on: client-hello, measure: block, action: alert}",
        "- {on: dns-question, names: [.a.test], action: pass}| - {on: dns-answer, measure: block, action: {rcode: nxdomain}}",
      })
  void loads(String lines) {
    String text = HEAD.formatted("", lines.strip().replace("| -", "\n-"));
    assertEquals(2, new ProfileReader().parse("p.yaml", text).rules().size());
  }

  @ParameterizedTest
  @CsvSource({"16, 1, false", "18, 5, false", "17, 5, false", "17, 4, true", "15, 5, true"})
  void aSubErrorGoesWithSomeErrorsOnly(int code, int subError, boolean loads) {
    String settings =
        "extended-error: %d\nstructured-error: {option: 65001, sub-error: %d}"
            .formatted(code, subError);
    String line = "- {on: dns-question, measure: block, action: silence}";
    if (loads) {
      String text = HEAD.formatted(settings, line);
      assertTrue(new ProfileReader().parse("p.yaml", text).structured().isPresent());
    } else {
      String told = refused(settings, line).problems().toString();
      assertTrue(told.contains("a sub-error beside extended-error " + code), told);
    }
  }

  @Test
  void aStructuredErrorNeedsAnErrorToBeIn() {
    String settings = "extended-error: none\nstructured-error: {option: 65001}";
    BadFile bad = refused(settings, "- {on: dns-question, measure: block, action: silence}");
    assertTrue(bad.problems().toString().contains("extended-error none"));
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

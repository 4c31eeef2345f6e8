package nadzor.dns;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import nadzor.censor.DnsRuling;
import nadzor.censor.Enforcement;
import nadzor.censor.Standing;
import nadzor.flow.Addresses;
import nadzor.flow.DnsAnswer;
import nadzor.flow.DnsQuestion;
import nadzor.flow.NameView;

/**
 * Shows the records of a truthful answer to the judge, in their order: where CNAMEs and aliases
 * (RFC 9460 section 2.4.2) point to, and addresses. Belongs to one event loop.
 */
final class AnswerReview {
  private final NameView target = new NameView();

  /** Whether a record is restricted; the ruling then says how. */
  boolean isRestricted(
      byte[] message,
      Enforcement judge,
      Standing standing,
      DnsQuestion question,
      InetAddress client,
      DnsRuling ruling) {
    RecordCursor cursor = new RecordCursor(message);
    while (cursor.next() && cursor.section() == RecordCursor.Section.ANSWER) {
      Optional<DnsAnswer> shown =
          cursor.recordClass() == Dns.CLASS_IN ? shown(message, cursor) : Optional.empty();
      if (shown.isPresent()) {
        judge.judgeAnswer(standing, question, shown.get(), ruling, client);
        if (!ruling.isPass()) {
          return true;
        }
      }
    }
    return false;
  }

  private Optional<DnsAnswer> shown(byte[] message, RecordCursor cursor) {
    int at = cursor.dataStart();
    int length = cursor.dataLength();
    return switch (cursor.type()) {
      case Dns.CNAME -> name(message, at);
      case Dns.SVCB, Dns.HTTPS ->
          length > 2 && Dns.u16(message, at) == 0 ? name(message, at + 2) : Optional.empty();
      case Dns.A -> length == 4 ? address(message, at, 4) : Optional.empty();
      case Dns.AAAA -> length == 16 ? address(message, at, 16) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<DnsAnswer> name(byte[] message, int at) {
    return WireName.read(message, at, target)
        ? Optional.of(DnsAnswer.ofName(target))
        : Optional.empty();
  }

  private static Optional<DnsAnswer> address(byte[] message, int at, int length) {
    byte[] octets = Arrays.copyOfRange(message, at, at + length);
    return Optional.of(DnsAnswer.ofAddress(Addresses.ofOctets(octets)));
  }
}

package nadzor.dns;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import nadzor.flow.DomainName;

/** Questions as octets. */
final class Question {
  private static final int MOST_OCTETS = Dns.HEADER + 255 + 4 + Dns.OPT_LENGTH;

  private Question() {}

  /** A query for this name with id 0, RD and an OPT. */
  static byte[] query(DomainName name, int type) {
    byte[] query = new byte[MOST_OCTETS];
    Dns.u16(query, 2, Dns.RD);
    Dns.u16(query, 4, 1);
    Dns.u16(query, 10, 1);
    int at = Dns.HEADER;
    for (String label : name.text().split("\\.", -1)) {
      byte[] octets = label.getBytes(StandardCharsets.US_ASCII);
      query[at++] = (byte) octets.length;
      System.arraycopy(octets, 0, query, at, octets.length);
      at += octets.length;
    }
    Dns.u16(query, at + 1, type);
    Dns.u16(query, at + 3, Dns.CLASS_IN);
    return Arrays.copyOf(query, Dns.opt(query, at + 5, 0, false));
  }

  /**
   * Whether both messages have the same question, whatever the case of its name.
   *
   * @param end the offset after the first message's question
   */
  static boolean isSame(byte[] message, byte[] other, int end) {
    if (other.length < end || Dns.u16(other, 4) != 1) {
      return false;
    }
    int nameEnd = end - 4;
    for (int i = Dns.HEADER; i < nameEnd; i++) {
      if (lower(message[i]) != lower(other[i])) {
        return false;
      }
    }
    // Type and class are numbers: 65 (HTTPS) must not pass for 97.
    return Arrays.equals(message, nameEnd, end, other, nameEnd, end);
  }

  /** Whether {@code answer} answers {@code query}: id, QR, question (RFC 5452 section 9.1). */
  static boolean isAnsweredBy(byte[] query, byte[] answer) {
    return answer.length >= Dns.HEADER
        && Dns.u16(answer, 0) == Dns.u16(query, 0)
        && (Dns.u16(answer, 2) & Dns.QR) != 0
        && isSame(query, answer, new RecordCursor(query).questionEnd());
  }

  /** The octet in lower case; an octet below 'A', such as a label's length, stays as it is. */
  static byte lower(byte octet) {
    return octet >= 'A' && octet <= 'Z' ? (byte) (octet + 32) : octet;
  }
}

package nadzor.dns;

import java.util.Arrays;

/**
 * Shows one answer that is ready to be served, wherever it lies: the message, and right behind it
 * the offset of each of its TTLs, two octets each. Belongs to one event loop; speaks of what it was
 * set to, as long as that array is not written anew.
 */
final class AnswerView {
  /** The octets that an offset takes. */
  static final int OFFSET = 2;

  private byte[] from = new byte[0];
  private int at;
  private int length;
  private int ttls;

  /**
   * @param at where the message begins
   * @param length the octets of the message
   * @param ttls how many offsets lie behind it
   */
  AnswerView set(byte[] from, int at, int length, int ttls) {
    this.from = from;
    this.at = at;
    this.length = length;
    this.ttls = ttls;
    return this;
  }

  /** The most octets that {@link #writeTo} may write. */
  int room(Asked asked) {
    return length + asked.tailRoom();
  }

  /**
   * Writes the answer to one client: its id, its spelling of the name, TTLs aged, an OPT if it sent
   * one; without records and with TC where it would not fit (RFC 2181 section 9).
   *
   * @return how many octets were written
   */
  int writeTo(byte[] out, Asked asked, int ageSeconds, Role role) {
    int opt = asked.edns() ? Dns.OPT_LENGTH : 0;
    boolean fits = length + opt <= asked.limit();
    int kept = fits ? length : asked.questionEnd();
    System.arraycopy(from, at, out, 0, kept);
    Dns.u16(out, 0, asked.id());
    Dns.u16(out, 2, role.flags(Dns.u16(from, at + 2), asked.flags()) | (fits ? 0 : Dns.TC));
    asked.echo(out);
    if (fits) {
      age(out, ageSeconds);
    } else {
      Arrays.fill(out, 6, Dns.HEADER, (byte) 0);
    }
    return asked.writeTail(out, kept);
  }

  private void age(byte[] out, int seconds) {
    int end = at + length + ttls * OFFSET;
    for (int i = at + length; i < end; i += OFFSET) {
      int place = Dns.u16(from, i);
      Dns.u32(out, place, Math.max(0, Dns.u32(from, at + place) - seconds));
    }
  }
}

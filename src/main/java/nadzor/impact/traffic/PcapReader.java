package nadzor.impact.traffic;

import java.io.IOException;
import java.io.InputStream;

/**
 * Captures in the classic format of libpcap (draft-ietf-opsawg-pcap), either byte order, micro- or
 * nanoseconds.
 */
final class PcapReader implements TrafficReader {
  static final long MICROSECONDS = 0xa1b2c3d4L;
  static final long NANOSECONDS = 0xa1b23c4dL;

  /** What libpcap itself takes for a packet at most. */
  static final int LONGEST_PACKET = 262_144;

  private static final int HEADER_REST = 20;
  private static final int RECORD_REST = 12;

  @Override
  public void read(InputStream in, Intake intake) throws IOException {
    Octets octets = new Octets(in);
    byte[] header = new byte[HEADER_REST];
    long magic = octets.u32();
    boolean little =
        Long.reverseBytes(magic) >>> 32 == MICROSECONDS
            || Long.reverseBytes(magic) >>> 32 == NANOSECONDS;
    if (!little && magic != MICROSECONDS && magic != NANOSECONDS) {
      throw intake.broken(1, "another magic number", "a capture of libpcap");
    }
    octets.littleEndian(little);
    octets.fill(header, HEADER_REST);
    int link = (int) octets.number(header, 16, 4) & 0xffff;
    Packets packets = new Packets(intake);
    packets.require(link, 1);
    boolean nanos = magic == NANOSECONDS || Long.reverseBytes(magic) >>> 32 == NANOSECONDS;
    records(octets, packets, link, nanos ? 1 : 1_000, intake);
  }

  private static void records(
      Octets octets, Packets packets, int link, int nanosPerTick, Intake intake)
      throws IOException {
    byte[] head = new byte[RECORD_REST];
    byte[] packet = new byte[LONGEST_PACKET];
    for (long number = 1; !octets.atEnd(); number++) {
      octets.fill(head, RECORD_REST);
      long kept = octets.number(head, 4, 4);
      if (kept > LONGEST_PACKET) {
        throw intake.broken(number, "a packet of " + kept + " octets", "at most " + LONGEST_PACKET);
      }
      octets.fill(packet, (int) kept);
      long parts = octets.number(head, 0, 4) * nanosPerTick;
      packets.packet(link, packet, 0, (int) kept, intake.times().of(octets.first(), parts), number);
    }
  }
}

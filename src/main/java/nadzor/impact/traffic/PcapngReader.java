package nadzor.impact.traffic;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Captures of pcapng (draft-ietf-opsawg-pcapng): sections, interfaces, enhanced and simple packets.
 */
final class PcapngReader implements TrafficReader {
  static final long SECTION = 0x0a0d0d0aL;
  private static final long ORDER = 0x1a2b3c4dL;
  private static final long ORDER_SWAPPED = 0x4d3c2b1aL;
  private static final int INTERFACE = 1;
  private static final int SIMPLE = 3;
  private static final int ENHANCED = 6;
  private static final int FRAME = 12;
  private static final int ENHANCED_HEAD = 20;
  private static final int MOST_INTERFACES = 4_096;
  private static final int LONGEST_BLOCK = 16 << 20;

  @Override
  public void read(InputStream in, Intake intake) throws IOException {
    new Section(new Octets(in), intake).blocks();
  }

  /** What is known while one file is read. */
  private static final class Section {
    private final Octets octets;
    private final Intake intake;
    private final Packets packets;
    private final List<Integer> links = new ArrayList<>();
    private final List<Ticks> ticks = new ArrayList<>();
    private byte[] block = new byte[PcapReader.LONGEST_PACKET];
    private long number;

    Section(Octets octets, Intake intake) {
      this.octets = octets;
      this.intake = intake;
      packets = new Packets(intake);
    }

    void blocks() throws IOException {
      while (!octets.atEnd()) {
        number++;
        long type = octets.first();
        if (type == SECTION) {
          begin();
        } else if (number == 1) {
          throw intake.broken(1, "another block", "the section header of a pcapng capture");
        } else {
          block((int) type, body(octets.u32()));
        }
      }
    }

    /** Its type reads alike in both byte orders; the order comes behind its length. */
    private void begin() throws IOException {
      byte[] head = new byte[8];
      octets.fill(head, 8);
      octets.littleEndian(false);
      long order = octets.number(head, 4, 4);
      if (order != ORDER && order != ORDER_SWAPPED) {
        throw intake.broken(number, "another byte-order magic", "0x1A2B3C4D");
      }
      octets.littleEndian(order == ORDER_SWAPPED);
      links.clear();
      ticks.clear();
      long rest = octets.number(head, 0, 4) - 12;
      if (rest < 4 || rest > LONGEST_BLOCK) {
        throw intake.broken(number, "a section header of " + (rest + 12) + " octets", "28 or more");
      }
      octets.skip(rest);
    }

    /** Reads the body of a block and its second length. */
    private int body(long total) throws IOException {
      if (total < FRAME || total > LONGEST_BLOCK || total % 4 != 0) {
        throw intake.broken(
            number, "a block of " + total + " octets", "12 to " + LONGEST_BLOCK + ", by fours");
      }
      int length = (int) total - FRAME;
      if (length > block.length) {
        block = new byte[length];
      }
      octets.fill(block, length);
      if (octets.u32() != total) {
        throw intake.broken(number, "a block whose two lengths differ", "the same twice");
      }
      return length;
    }

    private void block(int type, int length) throws IOException {
      if (type == INTERFACE && length >= 8) {
        enter((int) octets.number(block, 0, 2), Ticks.read(octets, block, 8, length));
      } else if (type == ENHANCED && length >= ENHANCED_HEAD) {
        int from = (int) octets.number(block, 0, 4);
        packet(from, ENHANCED_HEAD, octets.number(block, 12, 4), length, time(from));
      } else if (type == SIMPLE && length >= 4) {
        packet(0, 4, Math.min(octets.number(block, 0, 4), length - 4L), length, Stamp.NONE);
      }
    }

    /** Of an enhanced packet; simple ones have none. */
    private Stamp time(int interfaceId) {
      boolean known = interfaceId >= 0 && interfaceId < ticks.size();
      long passed = octets.number(block, 4, 4) << 32 | octets.number(block, 8, 4);
      return known ? ticks.get(interfaceId).after(passed, intake.times()) : Stamp.NONE;
    }

    private void enter(int link, Ticks counted) throws BadTraffic {
      if (links.size() == MOST_INTERFACES) {
        throw intake.broken(number, "more interfaces", "at most " + MOST_INTERFACES);
      }
      links.add(link);
      ticks.add(counted);
    }

    private void packet(int interfaceId, int from, long kept, int length, Stamp when)
        throws IOException {
      if (interfaceId < 0 || interfaceId >= links.size() || kept > length - from) {
        throw intake.broken(number, "a packet of no interface or beyond its block", "one within");
      }
      int link = links.get(interfaceId);
      packets.require(link, number);
      packets.packet(link, block, from, (int) kept, when, number);
    }
  }
}

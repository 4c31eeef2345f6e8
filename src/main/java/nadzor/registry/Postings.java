package nadzor.registry;

import java.io.IOException;
import java.util.Arrays;

/**
 * Numbers of records, ascending, each once; kept as differences of 7 bits to the octet, so that a
 * common word costs one octet a record. Only ever appended to; one writer, many readers.
 */
final class Postings {
  private volatile byte[] octets = {};
  private volatile int length;
  private volatile int count;
  private int last;

  /** None. */
  Postings() {}

  /** Those that were written down. */
  Postings(ImageIn in) {
    count = (int) in.number();
    last = (int) in.number();
    byte[] all = in.octets();
    octets = all;
    length = all.length;
  }

  void write(ImageOut out) throws IOException {
    out.number(count);
    out.number(last);
    out.octets(octets, length);
  }

  /** Adds a number; one that is the last already is not added again. */
  void add(int number) {
    if (number == last) {
      return;
    }
    int at = length;
    byte[] room = octets;
    if (at + 5 > room.length) {
      room = Arrays.copyOf(room, at + 5 + (at >> 2));
      octets = room;
    }
    int size = count;
    int gap = number - last;
    while (gap > 0x7f) {
      room[at++] = (byte) (gap | 0x80);
      gap >>>= 7;
    }
    room[at++] = (byte) gap;
    last = number;
    length = at;
    count = size + 1;
  }

  /** How many there are. */
  int count() {
    return count;
  }

  /** How many octets they take. */
  int octets() {
    return octets.length;
  }

  /** Those up to a limit, ascending. */
  int[] upTo(long limit) {
    int end = length;
    byte[] read = octets;
    int[] numbers = new int[end];
    int size = 0;
    int number = 0;
    for (int at = 0; at < end; ) {
      int gap = 0;
      int shift = 0;
      while (read[at] < 0) {
        gap |= (read[at++] & 0x7f) << shift;
        shift += 7;
      }
      number += gap | (read[at++] << shift);
      if (number > limit) {
        break;
      }
      numbers[size++] = number;
    }
    return size == end ? numbers : Arrays.copyOf(numbers, size);
  }
}

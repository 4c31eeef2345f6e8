package nadzor.exchange;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Small damages to octets. */
final class Mutation {
  private static final String MARKUP = "<>&\"'=/!-[]?; \t\r\n\0ax:\u0098\u00ff";

  private Mutation() {}

  /** A damaged copy of what is not empty. */
  static byte[] of(byte[] octets, SplittableRandom random) {
    int at = random.nextInt(octets.length);
    int length = Math.min(octets.length - at, 1 + random.nextInt(12));
    byte[] copy = octets.clone();
    switch (random.nextInt(6)) {
      case 0 -> copy[at] = octet(random);
      case 1 -> copy[at] ^= (byte) (1 << random.nextInt(8));
      case 2 -> copy = spliced(octets, at, at + length, new byte[0]);
      case 3 -> copy = spliced(octets, at, at, new byte[] {octet(random)});
      case 4 -> copy = spliced(octets, at, at, part(octets, random));
      default -> copy = random.nextInt(4) == 0 ? Arrays.copyOf(octets, at) : copy;
    }
    return copy;
  }

  private static byte octet(SplittableRandom random) {
    return (byte) MARKUP.charAt(random.nextInt(MARKUP.length()));
  }

  private static byte[] part(byte[] octets, SplittableRandom random) {
    int from = random.nextInt(octets.length);
    return Arrays.copyOfRange(octets, from, Math.min(octets.length, from + random.nextInt(200)));
  }

  private static byte[] spliced(byte[] octets, int from, int to, byte[] with) {
    byte[] all = Arrays.copyOf(octets, from + with.length + octets.length - to);
    System.arraycopy(with, 0, all, from, with.length);
    System.arraycopy(octets, to, all, from + with.length, octets.length - to);
    return all;
  }
}

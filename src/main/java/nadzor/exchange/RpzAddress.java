package nadzor.exchange;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.collect.Lists;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import nadzor.flow.AddressRange;
import nadzor.flow.Addresses;

/**
 * A prefix as labels of a policy zone: its length, then the octets in reverse; of IPv6 the words in
 * hexadecimal, the longest run of zero words as {@code zz} (draft-vixie-dnsop-dns-rpz section 4.2).
 */
final class RpzAddress {
  private static final int WORDS = 8;

  private RpzAddress() {}

  /**
   * Reads the labels before {@code rpz-ip} and its like.
   *
   * @throws IllegalArgumentException if they are none, or bits stand behind the prefix
   */
  static AddressRange read(String labels) {
    List<String> parts = Splitter.on('.').splitToList(labels);
    List<String> octets = Lists.reverse(parts.subList(1, parts.size()));
    boolean four = octets.size() == 4 && !octets.contains("zz");
    InetAddress base = four ? Addresses.parse(Joiner.on('.').join(octets)) : six(octets);
    AddressRange range = new AddressRange(base, Integer.parseInt(parts.get(0)));
    if (!range.base().equals(base)) {
      throw new IllegalArgumentException("it has bits behind its prefix");
    }
    return range;
  }

  private static InetAddress six(List<String> words) {
    byte[] octets = new byte[2 * WORDS];
    int place = 0;
    for (String word : words) {
      if (word.equals("zz")) {
        place += WORDS - words.size() + 1;
      } else {
        int value = Integer.parseInt(word, 16);
        if (word.length() > 4 || value < 0 || place >= WORDS) {
          throw new IllegalArgumentException("it is no address");
        }
        octets[2 * place] = (byte) (value >> 8);
        octets[2 * place + 1] = (byte) value;
        place++;
      }
    }
    if (place != WORDS) {
      throw new IllegalArgumentException("it is no address");
    }
    return Addresses.ofOctets(octets);
  }

  /** The labels of a prefix. */
  static String write(AddressRange range) {
    byte[] octets = range.base().getAddress();
    List<String> labels = new ArrayList<>();
    if (octets.length == 4) {
      for (byte octet : octets) {
        labels.add(String.valueOf(octet & 0xff));
      }
    } else {
      words(octets, labels);
    }
    return range.prefix() + "." + Joiner.on('.').join(Lists.reverse(labels));
  }

  private static void words(byte[] octets, List<String> labels) {
    int[] words = new int[WORDS];
    for (int i = 0; i < WORDS; i++) {
      words[i] = ((octets[2 * i] & 0xff) << 8) | (octets[2 * i + 1] & 0xff);
    }
    int best = 0;
    int length = 0;
    for (int i = 0; i < WORDS; i++) {
      int run = zeros(words, i);
      best = run > length ? i : best;
      length = Math.max(run, length);
    }
    for (int i = 0; i < WORDS; i++) {
      boolean zz = length > 1 && i == best;
      labels.add(zz ? "zz" : Integer.toHexString(words[i]));
      i += zz ? length - 1 : 0;
    }
  }

  private static int zeros(int[] words, int from) {
    int end = from;
    while (end < words.length && words[end] == 0) {
      end++;
    }
    return end - from;
  }
}

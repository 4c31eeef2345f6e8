package nadzor.cli.list;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nadzor.blocklist.lint.KnownNetwork;
import nadzor.blocklist.lint.Resolution;
import nadzor.flow.AddressRange;
import nadzor.flow.Addresses;
import nadzor.flow.DomainName;

/**
 * What is known of addresses, from a file: {@code ADDRESS NAME...} a line as in hosts, and {@code
 * RANGE OWNER} for a range with its owner; {@code #} begins a remark.
 */
record SharedAddresses(List<Resolution> names, List<KnownNetwork> networks) {
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings().trimResults();

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException if a line is neither; the message names it
   */
  static SharedAddresses read(Path file) throws IOException {
    SharedAddresses all = new SharedAddresses(new ArrayList<>(), new ArrayList<>());
    int number = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      number++;
      List<String> words = WORDS.splitToList(line.replaceFirst("#.*", "").replace('\t', ' '));
      if (!words.isEmpty()) {
        all.add(words, file + ":" + number);
      }
    }
    return all;
  }

  private void add(List<String> words, String at) {
    String first = words.get(0);
    try {
      if (words.size() < 2) {
        throw new IllegalArgumentException("nothing behind it");
      }
      if (first.indexOf('/') >= 0) {
        networks.add(
            new KnownNetwork(
                AddressRange.of(first), String.join(" ", words.subList(1, words.size()))));
      } else {
        for (String name : words.subList(1, words.size())) {
          names.add(new Resolution(DomainName.of(name), Addresses.parse(first)));
        }
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          at
              + ": found '"
              + String.join(" ", words)
              + "' ("
              + e.getMessage()
              + "), expected ADDRESS NAME... or RANGE OWNER",
          e);
    }
  }
}

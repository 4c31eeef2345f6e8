package nadzor.blocklist.lint;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Words, to be found by what is left of them when one letter is taken out (Garbe's symmetric
 * deletion). Most words that are asked for are near none: a sieve of hashes says so before anything
 * is made; what it lets through is looked at.
 */
final class Shortened {
  private static final int SIEVE = 1 << 20;
  private static final int LONGEST = 253;
  private static final int[] POWERS = powers();

  private final Map<String, Set<String>> pieces = new HashMap<>();
  private final BitSet sieve = new BitSet(SIEVE);
  private final int[] behind = new int[LONGEST + 2];

  private static int[] powers() {
    int[] powers = new int[LONGEST + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = 31 * powers[i - 1];
    }
    return powers;
  }

  void add(String word) {
    add(word, word);
    for (int i = 0; i < word.length(); i++) {
      add(without(word, i), word);
    }
  }

  private void add(String piece, String word) {
    pieces.computeIfAbsent(piece, p -> new HashSet<>(2)).add(word);
    sieve.set(hole(piece.hashCode()));
  }

  private static int hole(int hash) {
    return (hash ^ hash >>> 12) & SIEVE - 1;
  }

  private static String without(String word, int at) {
    return word.substring(0, at) + word.substring(at + 1);
  }

  /** The first, in order, of those one edit apart that share the longest-kept piece. */
  Optional<String> near(String word) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    Optional<String> found = among(word, word);
    for (int at : suspects(word)) {
      found = found.isPresent() ? found : among(without(word, at), word);
    }
    return found;
  }

  /** Which letters to leave out, by the hashes of what is left, as {@link String#hashCode}. */
  private List<Integer> suspects(String word) {
    int length = word.length();
    behind[length] = 0;
    for (int i = length - 1; i >= 0; i--) {
      behind[i] = behind[i + 1] + word.charAt(i) * POWERS[length - 1 - i];
    }
    List<Integer> suspects = List.of();
    int before = 0;
    for (int i = 0; i < length; i++) {
      if (sieve.get(hole(before * POWERS[length - 1 - i] + behind[i + 1]))) {
        suspects = suspects.isEmpty() ? new ArrayList<>(2) : suspects;
        suspects.add(i);
      }
      before = 31 * before + word.charAt(i);
    }
    return suspects;
  }

  private Optional<String> among(String piece, String word) {
    return sieve.get(hole(piece.hashCode()))
        ? pieces.getOrDefault(piece, Set.of()).stream()
            .filter(real -> OneEdit.apart(real, word))
            .sorted()
            .findFirst()
        : Optional.empty();
  }
}

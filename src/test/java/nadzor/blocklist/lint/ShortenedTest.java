package nadzor.blocklist.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The sieve lets through whatever is near, as looking at every word would say. */
class ShortenedTest {
  private static final long SEED = 20_210_310L;

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 6 + random.nextInt(5); i > 0; i--) {
      word.append("ab.".charAt(random.nextInt(3)));
    }
    return word.toString();
  }

  @Test
  void findsWhateverIsOneEditApart() {
    Random random = new Random(SEED);
    Shortened words = new Shortened();
    List<String> known = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      known.add(word(random));
      words.add(known.get(i));
    }
    int near = 0;
    for (int i = 0; i < 20_000; i++) {
      String asked = word(random);
      boolean expected = known.stream().anyMatch(one -> OneEdit.apart(one, asked));
      Optional<String> found = words.near(asked);
      assertEquals(expected, found.isPresent(), asked);
      found.ifPresent(one -> assertEquals(true, OneEdit.apart(one, asked), one));
      near += expected ? 1 : 0;
    }
    assertEquals(true, near > 100 && near < 19_900, "both kinds were asked for: " + near);
  }

  @Test
  void aNameTooLongForAnyListIsNearNone() {
    Shortened words = new Shortened();
    words.add("a".repeat(254));
    assertEquals(Optional.empty(), words.near("a".repeat(255)));
  }
}

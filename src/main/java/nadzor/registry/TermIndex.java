package nadzor.registry;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Which records have a facet or a word. Words share a fixed number of places by their hash, so that
 * ids, of which every one is new, cost a few octets each and no text is kept twice; who reads checks
 * each record. One writer, many readers.
 */
final class TermIndex {
  private static final int PLACES = 1 << 17;
  private static final Postings NONE = new Postings();

  private final Map<String, Postings> facets = new ConcurrentHashMap<>();
  private final AtomicReferenceArray<@Nullable Postings> words =
      new AtomicReferenceArray<>(PLACES);

  void add(Books books, Recorded<?> recorded) {
    int number = Math.toIntExact(recorded.number());
    for (String facet : Facets.of(books, recorded.entry())) {
      if (!facet.startsWith(Facets.DECISION)) {
        facets.computeIfAbsent(facet, none -> new Postings()).add(number);
      }
    }
    for (String word : Words.of(recorded.entry())) {
      atPlace(place(word)).add(number);
    }
  }

  private Postings atPlace(int place) {
    Postings held = words.get(place);
    if (held != null) {
      return held;
    }
    Postings fresh = new Postings();
    words.set(place, fresh);
    return fresh;
  }

  private static int place(String word) {
    int hash = word.hashCode() * 0x9e3779b9;
    return hash >>> 15;
  }

  /** The records that have the facet. */
  Postings facet(String facet) {
    return facets.getOrDefault(facet, NONE);
  }

  /** Records among which are all that have the word. */
  Postings word(String word) {
    return Optional.ofNullable(words.get(place(word))).orElse(NONE);
  }

  /** The octets that the index of words holds. */
  long wordOctets() {
    long sum = 0;
    for (int i = 0; i < PLACES; i++) {
      sum += Optional.ofNullable(words.get(i)).map(Postings::octets).orElse(0);
    }
    return sum;
  }
}

package nadzor.registry;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Which records have a facet or a word. Words share a fixed number of places by their hash, so that
 * ids, of which every one is new, cost a few octets each and no text is kept twice; who reads
 * checks each record. It is built when somebody looks, so that a start does not wait for it.
 * Thread-safe.
 */
final class TermIndex {
  private static final int PLACES = 1 << 17;

  /** Records that are indexed in no time. */
  private static final int FEW = 50_000;

  private static final Postings NONE = new Postings();

  private final Map<Facet.Kind, Map<String, Postings>> facets = new EnumMap<>(Facet.Kind.class);
  private final AtomicReferenceArray<@Nullable Postings> words = new AtomicReferenceArray<>(PLACES);

  private int indexed;

  TermIndex() {
    for (Facet.Kind kind : Facet.Kind.values()) {
      facets.put(kind, new ConcurrentHashMap<>());
    }
  }

  /** Takes in what was recorded since it was last asked, up to that number. */
  synchronized void catchUp(Books books, long limit) {
    List<Recorded<?>> entries = books.entries.upTo(limit);
    for (; indexed < entries.size(); indexed++) {
      add(books, entries.get(indexed));
    }
  }

  /** Whether it has all up to that number. */
  synchronized boolean hasIndexed(long limit) {
    return indexed >= limit;
  }

  /**
   * Writes down the index of all records up to that number, unless it has more by now, or far less:
   * then none, and who reads it makes it anew.
   */
  synchronized void write(ImageOut out, Books books, long limit) throws IOException {
    if (limit - indexed < FEW) {
      catchUp(books, limit);
    }
    boolean whole = indexed == limit;
    out.number(whole ? 1 : 0);
    if (whole) {
      for (Facet.Kind kind : Facet.Kind.values()) {
        Map<String, Postings> all = of(kind);
        out.number(all.size());
        for (Map.Entry<String, Postings> one : all.entrySet()) {
          out.text(one.getKey());
          one.getValue().write(out);
        }
      }
      for (int i = 0; i < PLACES; i++) {
        Postings held = words.get(i);
        if (held != null) {
          out.number(i);
          held.write(out);
        }
      }
      out.number(PLACES);
    }
  }

  /** Takes in what was written down of records up to that number. */
  synchronized void read(ImageIn in, long limit) {
    if (in.number() == 0) {
      return;
    }
    for (Facet.Kind kind : Facet.Kind.values()) {
      Map<String, Postings> all = of(kind);
      int count = in.count();
      for (int i = 0; i < count; i++) {
        all.put(in.text(), new Postings(in));
      }
    }
    for (int at = (int) in.number(); at != PLACES; at = (int) in.number()) {
      words.set(at, new Postings(in));
    }
    indexed = (int) limit;
  }

  private void add(Books books, Recorded<?> recorded) {
    int number = Math.toIntExact(recorded.number());
    Entry entry = recorded.entry();
    Facets.tell(books, entry, (kind, value) -> add(kind, value, number));
    new Words(recorded.by(), entry).hashes(hash -> atPlace(place(hash)).add(number));
  }

  private void add(Facet.Kind kind, String value, int number) {
    if (kind != Facet.Kind.DECISION) {
      of(kind).computeIfAbsent(value, none -> new Postings()).add(number);
    }
  }

  private Map<String, Postings> of(Facet.Kind kind) {
    return facets.getOrDefault(kind, Map.of());
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

  private static int place(int hash) {
    return (hash * 0x9e3779b9) >>> 15;
  }

  /** The records that have the facet. */
  Postings facet(Facet facet) {
    return of(facet.kind()).getOrDefault(facet.value(), NONE);
  }

  /** Records among which are all that have the word. */
  Postings word(String word) {
    return Optional.ofNullable(words.get(place(Words.hash(word)))).orElse(NONE);
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

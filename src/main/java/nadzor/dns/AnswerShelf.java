package nadzor.dns;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Copies of the answers of an {@link AnswerCache} that one event loop serves again and again: all
 * in one array, so that a look-up touches two places of memory where the cache's objects are in
 * eight, and allocates nothing. An answer comes here when it is found in the cache, for the rest of
 * its life there; when the shelf is full it is cleared, and fills again. Grows with use, to a
 * quarter of what the cache may occupy. Belongs to that event loop.
 *
 * <p>A row: when the answer came, 8 octets; its life in seconds, 4; the lengths of its message and
 * of its question and the number of its TTLs, 2 each; 1 where DNSSEC was asked for, 2; the message,
 * its question in lower case; the offsets of its TTLs, 2 each.
 */
final class AnswerShelf {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int LIFE = 8;
  private static final int LENGTH = 12;
  private static final int QUESTION = 14;
  private static final int TTLS = 16;
  private static final int DNSSEC = 18;
  private static final int MESSAGE = 20;

  private static final int SHARE = 4;
  private static final int FIRST_OCTETS = 4096;
  private static final int FIRST_SLOTS = 64;

  private final AnswerCache cache;
  private final int most;
  private final AnswerView found = new AnswerView();
  private int seconds;
  private byte[] octets = new byte[0];
  private int used;
  private int rows;

  /** The digest of a row's question above, its place plus one below; 0 where there is none. */
  private long[] slots = new long[FIRST_SLOTS];

  AnswerShelf(AnswerCache cache) {
    this.cache = cache;
    most = (int) Math.min(cache.maxOctets() / SHARE, Integer.MAX_VALUE / 2);
  }

  /** Whether an answer is here or in the cache: the one that is shown until the next call. */
  boolean find(QuestionProbe question) {
    int digest = question.digest();
    int row = (int) slots[slot(question, digest)] - 1;
    if (row >= 0 && isAlive(row)) {
      found.set(octets, row + MESSAGE, Dns.u16(octets, row + LENGTH), Dns.u16(octets, row + TTLS));
      return true;
    }
    Optional<AnswerCache.Aged> kept = cache.get(question);
    if (kept.isEmpty()) {
      return false;
    }
    kept.get().answer().show(found);
    seconds = kept.get().seconds();
    put(question, digest, kept.get());
    return true;
  }

  /** What was found. */
  AnswerView found() {
    return found;
  }

  /** The age of what was found. */
  int seconds() {
    return seconds;
  }

  private boolean isAlive(int row) {
    long age = TimeUnit.NANOSECONDS.toSeconds(cache.now() - (long) LONGS.get(octets, row));
    seconds = (int) age;
    return age < Dns.u32(octets, row + LIFE);
  }

  /** The slot of the question, or the empty one that it would get. */
  private int slot(QuestionProbe question, int digest) {
    int mask = slots.length - 1;
    int at = digest & mask;
    while (slots[at] != 0 && !holds(slots[at], question, digest)) {
      at = at + 1 & mask;
    }
    return at;
  }

  private boolean holds(long slot, QuestionProbe question, int digest) {
    int row = (int) slot - 1;
    return (int) (slot >>> 32) == digest
        && Dns.u16(octets, row + QUESTION) == question.length()
        && (octets[row + DNSSEC] != 0) == question.dnssecOk()
        && question.isAt(octets, row + MESSAGE + Dns.HEADER);
  }

  private void put(QuestionProbe question, int digest, AnswerCache.Aged kept) {
    byte[] answer = kept.answer().octets();
    int size = MESSAGE + answer.length;
    if (!makeRoom(size)) {
      return;
    }
    int row = used;
    used += size;
    LONGS.set(octets, row, kept.since());
    Dns.u32(octets, row + LIFE, kept.answer().life());
    Dns.u16(octets, row + LENGTH, kept.answer().length());
    Dns.u16(octets, row + QUESTION, question.length());
    Dns.u16(octets, row + TTLS, kept.answer().ttls());
    octets[row + DNSSEC] = (byte) (question.dnssecOk() ? 1 : 0);
    System.arraycopy(answer, 0, octets, row + MESSAGE, answer.length);
    question.writeTo(octets, row + MESSAGE + Dns.HEADER);
    slots[slot(question, digest)] = (long) digest << 32 | (row + 1);
  }

  /** Whether a row of this size and a slot for it are free now. */
  private boolean makeRoom(int size) {
    if (size > most) {
      return false;
    }
    if (used + size > octets.length) {
      if (octets.length < most) {
        int wanted = Math.max(FIRST_OCTETS, Math.max(used + size, octets.length * 2));
        octets = Arrays.copyOf(octets, Math.min(most, wanted));
      }
      if (used + size > octets.length) {
        Arrays.fill(slots, 0);
        used = 0;
        rows = 0;
      }
    }
    rows++;
    if (rows * 2 > slots.length) {
      widen();
    }
    return true;
  }

  private void widen() {
    long[] narrow = slots;
    slots = new long[narrow.length * 2];
    int mask = slots.length - 1;
    for (long slot : narrow) {
      if (slot != 0) {
        int at = (int) (slot >>> 32) & mask;
        while (slots[at] != 0) {
          at = at + 1 & mask;
        }
        slots[at] = slot;
      }
    }
  }
}

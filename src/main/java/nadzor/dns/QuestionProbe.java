package nadzor.dns;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import nadzor.wire.DnsQuery;

/**
 * A query as a key to look an answer up by, in place: nothing is copied for an answer that is
 * there. Speaks of the query it was set to, as long as that is not read anew. Belongs to one event
 * loop.
 */
final class QuestionProbe implements QuestionKey {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Sets the bit that tells lower case from upper. */
  private static final long ALL_LOW = 0x2020202020202020L;

  private static final long ODD = 0x9e3779b97f4a7c15L;

  private byte[] query = new byte[0];
  private int from;
  private int length;
  private boolean dnssecOk;

  QuestionProbe set(DnsQuery asked) {
    query = asked.buffer();
    from = asked.start() + Dns.HEADER;
    length = asked.questionEnd() - Dns.HEADER;
    dnssecOk = asked.dnssecOk();
    return this;
  }

  /** The octets of the question: name, type and class. */
  int length() {
    return length;
  }

  boolean dnssecOk() {
    return dnssecOk;
  }

  /**
   * A hash of the question that is no {@link #hashCode}: eight octets at a time, whatever the case
   * of their letters. Questions that differ in type alone may share it.
   */
  int digest() {
    long sum = dnssecOk ? 1 : 0;
    int end = from + length;
    int i = from;
    for (; i + Long.BYTES <= end; i += Long.BYTES) {
      sum = mixed(sum, (long) LONGS.get(query, i));
    }
    long rest = 0;
    for (; i < end; i++) {
      rest = rest << 8 | (query[i] & 0xff);
    }
    sum = mixed(sum, rest);
    return (int) (sum ^ sum >>> 32);
  }

  private static long mixed(long sum, long octets) {
    long product = (sum ^ (octets | ALL_LOW)) * ODD;
    return product ^ product >>> 29;
  }

  /**
   * Whether the question is this one.
   *
   * @param octets a question in lower case, as long as this, at {@code start}
   */
  boolean isAt(byte[] octets, int start) {
    if (Arrays.equals(query, from, from + length, octets, start, start + length)) {
      return true;
    }
    for (int i = 0; i < length; i++) {
      if (octets[start + i] != at(i)) {
        return false;
      }
    }
    return true;
  }

  /** Writes the question in lower case. */
  void writeTo(byte[] octets, int start) {
    for (int i = 0; i < length; i++) {
      octets[start + i] = at(i);
    }
  }

  private byte at(int index) {
    byte octet = query[from + index];
    return index < length - AnswerKey.TYPE_AND_CLASS ? Question.lower(octet) : octet;
  }

  @Override
  public int weight() {
    return 0; // never kept
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof AnswerKey key) || !key.isLike(length, dnssecOk)) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (key.at(i) != at(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int sum = 1;
    for (int i = 0; i < length; i++) {
      sum = AnswerKey.step(sum, at(i));
    }
    return AnswerKey.hash(sum, dnssecOk);
  }
}

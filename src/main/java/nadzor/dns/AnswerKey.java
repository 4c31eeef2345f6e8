package nadzor.dns;

import java.util.Arrays;

/**
 * The key that a cached answer is kept by: the question's octets, so that no two names are ever
 * confused. Immutable.
 */
final class AnswerKey implements QuestionKey {
  /** Lengths of labels are below 'A'; type and class, at the end, are not lowered. */
  static final int TYPE_AND_CLASS = 4;

  private final byte[] question;
  private final boolean dnssecOk;
  private final int hash;

  /** Takes the array over. */
  AnswerKey(byte[] question, boolean dnssecOk) {
    this.question = question;
    this.dnssecOk = dnssecOk;
    int sum = 1;
    for (byte octet : question) {
      sum = step(sum, octet);
    }
    hash = hash(sum, dnssecOk);
  }

  static int step(int sum, byte octet) {
    return 31 * sum + octet;
  }

  static int hash(int sum, boolean dnssecOk) {
    return sum * 2 + (dnssecOk ? 1 : 0);
  }

  boolean isLike(int length, boolean wantsDnssec) {
    return question.length == length && dnssecOk == wantsDnssec;
  }

  byte at(int index) {
    return question[index];
  }

  @Override
  public int weight() {
    return question.length + 64;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AnswerKey key
        && key.dnssecOk == dnssecOk
        && Arrays.equals(key.question, question);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}

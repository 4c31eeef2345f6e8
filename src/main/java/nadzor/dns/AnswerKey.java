package nadzor.dns;

import java.util.Arrays;

/**
 * What cached answers are found by: the question's octets, so that no two names are ever confused,
 * and DO. Immutable.
 */
final class AnswerKey {
  private final byte[] question;
  private final boolean dnssecOk;

  /** Takes the array over. */
  AnswerKey(byte[] question, boolean dnssecOk) {
    this.question = question;
    this.dnssecOk = dnssecOk;
  }

  /** Roughly what one entry occupies beside the answer. */
  int weight() {
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
    return Arrays.hashCode(question) * 2 + (dnssecOk ? 1 : 0);
  }
}

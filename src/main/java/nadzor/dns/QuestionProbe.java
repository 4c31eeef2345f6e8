package nadzor.dns;

import nadzor.wire.DnsQuery;

/**
 * A query as a key to look an answer up by, in place: nothing is copied for an answer that is
 * there. Speaks of the query it was set to, as long as that is not read anew. Belongs to one event
 * loop.
 */
final class QuestionProbe implements QuestionKey {
  private byte[] query = new byte[0];
  private int from;
  private int length;
  private boolean dnssecOk;
  private int hash;

  QuestionProbe set(DnsQuery asked) {
    query = asked.buffer();
    from = asked.start() + Dns.HEADER;
    length = asked.questionEnd() - Dns.HEADER;
    dnssecOk = asked.dnssecOk();
    int sum = 1;
    for (int i = 0; i < length; i++) {
      sum = AnswerKey.step(sum, at(i));
    }
    hash = AnswerKey.hash(sum, dnssecOk);
    return this;
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
    return hash;
  }
}

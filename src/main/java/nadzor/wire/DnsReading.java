package nadzor.wire;

/** What a datagram turned out to be. A datagram is whole or worthless: it never needs more. */
public enum DnsReading {
  /** A query with one question, which the view now shows. */
  QUESTION,
  /** Too short for a header, or an answer: nobody is to be told anything. */
  NOT_A_QUERY,
  /** A query whose header can be read and whose rest cannot: FORMERR, RFC 1035 section 4.1.1. */
  MALFORMED,
  /** An operation other than QUERY: NOTIMP, RFC 1035 section 4.1.1. */
  UNSUPPORTED
}

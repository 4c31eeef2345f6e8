package nadzor.flow;

/**
 * What an enforcement point sees at one moment. Sightings are views: those of the hot paths are
 * filled again and again, so none is kept past the call that it is passed to.
 */
public sealed interface Sighting
    permits Connection,
        DnsQuestion,
        DnsAnswer,
        HttpHead,
        ClientHello,
        Opaque,
        QuicInitial,
        Datagram {
  /** The kinds, as profiles name them. */
  enum Kind {
    /** A connection that begins: an address and a port. */
    CONNECTION("connection"),
    /** A query to a resolver. */
    DNS_QUESTION("dns-question"),
    /** A record of a truthful answer. */
    DNS_ANSWER("dns-answer"),
    /** The head of a plain HTTP request. */
    HTTP_HEAD("http-head"),
    /** A TLS ClientHello. */
    CLIENT_HELLO("client-hello"),
    /** Octets of a stream that are none of the above. */
    OPAQUE("opaque"),
    /** A QUIC Initial of the client. */
    QUIC_INITIAL("quic-initial"),
    /** A datagram that is none of the above. */
    DATAGRAM("datagram");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word in profile files and logs. */
    public String word() {
      return word;
    }
  }

  /** Which kind this is. */
  Kind kind();

  /** The name that was seen; empty where there was none. */
  NameView name();
}

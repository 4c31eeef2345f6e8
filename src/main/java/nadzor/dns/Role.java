package nadzor.dns;

/** Who answers: it shows in the flags of what is passed on. */
enum Role {
  /** Asks others: RA is set, AA never. */
  RESOLVER(Dns.QR | Dns.RCODE, Dns.RA),
  /** Knows by itself: AA as its zones say. */
  AUTHORITY(Dns.QR | Dns.AA | Dns.RCODE, 0);

  private final int kept;
  private final int added;

  Role(int kept, int added) {
    this.kept = kept;
    this.added = added;
  }

  /** The flags of an answer, from those of the upstream's answer and of the client's query. */
  int flags(int answered, int asked) {
    return (answered & kept) | (asked & (Dns.RD | Dns.CD)) | added;
  }
}

package nadzor.probe;

/** The technique {@code dns-over-tls}: see {@link #about}. */
record DnsOverTls() implements Technique {
  @Override
  public String name() {
    return "dns-over-tls";
  }

  @Override
  public Family family() {
    return Family.DNS;
  }

  @Override
  public String about() {
    return "Asks a resolver abroad inside TLS; helps until that resolver is restricted";
  }

  @Override
  public String source() {
    return "RFC 7858";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(Lookup.DOT);
  }
}

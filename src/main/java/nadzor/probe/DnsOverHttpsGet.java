package nadzor.probe;

/** The technique {@code dns-over-https-get}: see {@link #about}. */
record DnsOverHttpsGet() implements Technique {
  @Override
  public String name() {
    return "dns-over-https-get";
  }

  @Override
  public Family family() {
    return Family.DNS;
  }

  @Override
  public String about() {
    return "Asks a resolver abroad inside HTTPS, by GET; helps until that resolver is restricted";
  }

  @Override
  public String source() {
    return "RFC 8484";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(Lookup.DOH_GET);
  }
}

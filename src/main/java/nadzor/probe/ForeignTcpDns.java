package nadzor.probe;

/** The technique {@code dns-over-tcp}: see {@link #about}. */
record ForeignTcpDns() implements Technique {
  @Override
  public String name() {
    return "dns-over-tcp";
  }

  @Override
  public Family family() {
    return Family.DNS;
  }

  @Override
  public String about() {
    return "Asks a resolver abroad over TCP; helps where only datagrams are answered for others";
  }

  @Override
  public String source() {
    return "RFC 7766";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(Lookup.FOREIGN_TCP);
  }
}

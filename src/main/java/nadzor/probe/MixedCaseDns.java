package nadzor.probe;

/** The technique {@code dns-0x20}: see {@link #about}. */
record MixedCaseDns() implements Technique {
  @Override
  public String name() {
    return "dns-0x20";
  }

  @Override
  public Family family() {
    return Family.DNS;
  }

  @Override
  public String about() {
    return "Asks in mixed case and believes only answers in the same case; helps where forgers do not copy the question";
  }

  @Override
  public String source() {
    return "draft-vixie-dnsext-dns0x20";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(Lookup.MIXED_CASE);
  }
}

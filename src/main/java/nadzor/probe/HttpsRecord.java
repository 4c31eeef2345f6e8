package nadzor.probe;

/** The technique {@code dns-https-record}: see {@link #about}. */
record HttpsRecord() implements Technique {
  @Override
  public String name() {
    return "dns-https-record";
  }

  @Override
  public Family family() {
    return Family.DNS;
  }

  @Override
  public String about() {
    return "Asks for an HTTPS record and uses its address hints; helps where only A and AAAA are restricted";
  }

  @Override
  public String source() {
    return "RFC 9460";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(Lookup.HTTPS_RECORD);
  }
}

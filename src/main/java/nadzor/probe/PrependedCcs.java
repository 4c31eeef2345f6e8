package nadzor.probe;

/** The technique {@code ccs-first}: see {@link #about}. */
record PrependedCcs() implements Technique {
  @Override
  public String name() {
    return "ccs-first";
  }

  @Override
  public Family family() {
    return Family.TLS;
  }

  @Override
  public String about() {
    return "Puts a ChangeCipherSpec record before the ClientHello; helps where only the first record is read, and the server does not mind";
  }

  @Override
  public String source() {
    return "Xue et al., IMC 2021";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(FirstFlight.CCS_FIRST);
  }
}

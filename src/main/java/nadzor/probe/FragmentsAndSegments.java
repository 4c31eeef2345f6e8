package nadzor.probe;

/** The technique {@code record-fragments-and-segments}: see {@link #about}. */
record FragmentsAndSegments() implements Technique {
  @Override
  public String name() {
    return "record-fragments-and-segments";
  }

  @Override
  public Family family() {
    return Family.TLS;
  }

  @Override
  public String about() {
    return "Cuts the ClientHello in TLS records and these in segments; helps where only one of both is reassembled";
  }

  @Override
  public String source() {
    return "Niere et al., 2025";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(FirstFlight.RECORDS_AND_SEGMENTS);
  }
}

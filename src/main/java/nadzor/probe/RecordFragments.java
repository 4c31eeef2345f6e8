package nadzor.probe;

/** The technique {@code record-fragments}: see {@link #about}. */
record RecordFragments() implements Technique {
  @Override
  public String name() {
    return "record-fragments";
  }

  @Override
  public Family family() {
    return Family.TLS;
  }

  @Override
  public String about() {
    return "Cuts the ClientHello inside the name, in two TLS records of one segment; helps where records are not reassembled";
  }

  @Override
  public String source() {
    return "Niere et al., 2025; RFC 8446 section 5.1";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(FirstFlight.RECORDS);
  }
}

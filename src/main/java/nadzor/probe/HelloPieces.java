package nadzor.probe;

/** The technique {@code hello-pieces}: see {@link #about}. */
record HelloPieces() implements Technique {
  @Override
  public String name() {
    return "hello-pieces";
  }

  @Override
  public Family family() {
    return Family.TLS;
  }

  @Override
  public String about() {
    return "Cuts the ClientHello in many small segments; helps where few segments are inspected or reassembled";
  }

  @Override
  public String source() {
    return "Bock et al., CCS 2019";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(FirstFlight.PIECES);
  }
}

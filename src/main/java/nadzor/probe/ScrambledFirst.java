package nadzor.probe;

/** The technique {@code scrambled-first}: see {@link #about}. */
record ScrambledFirst() implements Technique {
  @Override
  public String name() {
    return "scrambled-first";
  }

  @Override
  public Family family() {
    return Family.TLS;
  }

  @Override
  public String about() {
    return "Sends a scrambled record of more than 100 octets first; helps where filters give up on what they cannot read, and the server does not mind";
  }

  @Override
  public String source() {
    return "Xue et al., IMC 2021";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(FirstFlight.SCRAMBLED_FIRST);
  }
}

package nadzor.probe;

/** The technique {@code trailing-dot}: see {@link #about}. */
record TrailingDot() implements Technique {
  @Override
  public String name() {
    return "trailing-dot";
  }

  @Override
  public Family family() {
    return Family.TLS;
  }

  @Override
  public String about() {
    return "Writes the name with a trailing dot; helps where names are compared exactly";
  }

  @Override
  public String source() {
    return "Xue et al., IMC 2021";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(SniSpelling.NAME_AND_DOT);
  }
}

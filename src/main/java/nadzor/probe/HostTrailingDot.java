package nadzor.probe;

/** The technique {@code host-trailing-dot}: see {@link #about}. */
record HostTrailingDot() implements Technique {
  @Override
  public String name() {
    return "host-trailing-dot";
  }

  @Override
  public Family family() {
    return Family.HTTP;
  }

  @Override
  public String about() {
    return "Writes the Host with a trailing dot; helps where names are compared exactly";
  }

  @Override
  public String source() {
    return "Niere et al., 2024";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(Scheme.HTTP).with(RequestForm.TRAILING_DOT);
  }
}

package nadzor.probe;

/** A trailing dot in the SNI (Censored Planet 2021). */
record TrailingDot() implements Technique {
  @Override
  public String name() {
    return "trailing-dot";
  }

  @Override
  public String about() {
    return "Writes the name with a trailing dot; helps where names are compared exactly";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(SniSpelling.NAME_AND_DOT);
  }
}

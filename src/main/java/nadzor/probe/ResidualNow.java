package nadzor.probe;

/** The technique {@code residual-now}: see {@link #about}. */
record ResidualNow() implements Technique {
  @Override
  public String name() {
    return "residual-now";
  }

  @Override
  public Family family() {
    return Family.WAITING;
  }

  @Override
  public String about() {
    return "Visits a neutral name at the same address right after the site; shows whether a trigger leaves something behind";
  }

  @Override
  public String source() {
    return "Bock et al., WOOT 2021";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(Waiting.RESIDUAL_NOW);
  }
}

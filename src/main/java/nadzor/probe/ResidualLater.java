package nadzor.probe;

/** The technique {@code residual-later}: see {@link #about}. */
record ResidualLater() implements Technique {
  @Override
  public String name() {
    return "residual-later";
  }

  @Override
  public Family family() {
    return Family.WAITING;
  }

  @Override
  public String about() {
    return "Visits a neutral name at the same address when triggers should be forgotten; shows how long they are remembered";
  }

  @Override
  public String source() {
    return "Bock et al., WOOT 2021";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(Waiting.RESIDUAL_LATER);
  }
}

package nadzor.probe;

/** The technique {@code mirror-domain}: see {@link #about}. */
record MirrorDomain() implements Technique {
  @Override
  public String name() {
    return "mirror-domain";
  }

  @Override
  public Family family() {
    return Family.ROUTE;
  }

  @Override
  public String about() {
    return "Visits another name with the same content; helps until that name is restricted too";
  }

  @Override
  public String source() {
    return "Collateral Freedom, Reporters Without Borders";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.withMirror();
  }
}

package nadzor.probe;

/** The technique {@code alternative-resolver}: see {@link #about}. */
record AlternativeResolver() implements Technique {
  @Override
  public String name() {
    return "alternative-resolver";
  }

  @Override
  public Family family() {
    return Family.DNS;
  }

  @Override
  public String about() {
    return "Asks a resolver abroad; helps where the network's own resolver lies";
  }

  @Override
  public String source() {
    return "OONI, 2023: networks are measured by another resolver";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(Lookup.FOREIGN_UDP);
  }
}

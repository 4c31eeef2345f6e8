package nadzor.probe;

/** Another resolver over UDP (OONI-23 measures networks by it). */
record AlternativeResolver() implements Technique {
  @Override
  public String name() {
    return "alternative-resolver";
  }

  @Override
  public String about() {
    return "Asks a resolver abroad; helps where the network's own resolver lies";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(ResolverChoice.FOREIGN);
  }
}

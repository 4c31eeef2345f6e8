package nadzor.probe;

/** The technique {@code no-sni}: see {@link #about}. */
record NoSni() implements Technique {
  @Override
  public String name() {
    return "no-sni";
  }

  @Override
  public Family family() {
    return Family.TLS;
  }

  @Override
  public String about() {
    return "Sends no server name; helps where only the name triggers";
  }

  @Override
  public String source() {
    return "Xue et al., IMC 2021";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(SniSpelling.NONE);
  }
}

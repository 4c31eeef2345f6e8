package nadzor.probe;

/** The technique {@code other-sni}: see {@link #about}. */
record OtherSni() implements Technique {
  @Override
  public String name() {
    return "other-sni";
  }

  @Override
  public Family family() {
    return Family.TLS;
  }

  @Override
  public String about() {
    return "Sends a neutral server name and asks for the site inside; helps where only the name triggers, and the server does not mind";
  }

  @Override
  public String source() {
    return "Fifield et al., PETS 2015";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(SniSpelling.FRONT);
  }
}

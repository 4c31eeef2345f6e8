package nadzor.probe;

/** The technique {@code host-tab-before}: see {@link #about}. */
record HostTabBefore() implements Technique {
  @Override
  public String name() {
    return "host-tab-before";
  }

  @Override
  public Family family() {
    return Family.HTTP;
  }

  @Override
  public String about() {
    return "Writes a tab before the Host; helps where a space is expected";
  }

  @Override
  public String source() {
    return "Niere et al., 2024";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(Scheme.HTTP).with(RequestForm.TAB_BEFORE);
  }
}

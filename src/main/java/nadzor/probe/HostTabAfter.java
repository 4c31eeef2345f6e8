package nadzor.probe;

/** The technique {@code host-tab-after}: see {@link #about}. */
record HostTabAfter() implements Technique {
  @Override
  public String name() {
    return "host-tab-after";
  }

  @Override
  public Family family() {
    return Family.HTTP;
  }

  @Override
  public String about() {
    return "Writes a tab after the Host; helps where it is taken as part of the name";
  }

  @Override
  public String source() {
    return "Niere et al., 2024";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(Scheme.HTTP).with(RequestForm.TAB_AFTER);
  }
}

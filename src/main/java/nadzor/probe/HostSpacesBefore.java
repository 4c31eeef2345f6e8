package nadzor.probe;

/** The technique {@code host-spaces-before}: see {@link #about}. */
record HostSpacesBefore() implements Technique {
  @Override
  public String name() {
    return "host-spaces-before";
  }

  @Override
  public Family family() {
    return Family.HTTP;
  }

  @Override
  public String about() {
    return "Writes several spaces before the Host; helps where one is expected";
  }

  @Override
  public String source() {
    return "Niere et al., 2024";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(Scheme.HTTP).with(RequestForm.SPACES_BEFORE);
  }
}

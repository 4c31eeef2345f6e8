package nadzor.probe;

/** The technique {@code host-spaces-after}: see {@link #about}. */
record HostSpacesAfter() implements Technique {
  @Override
  public String name() {
    return "host-spaces-after";
  }

  @Override
  public Family family() {
    return Family.HTTP;
  }

  @Override
  public String about() {
    return "Writes spaces after the Host; helps where they are taken as part of the name";
  }

  @Override
  public String source() {
    return "Niere et al., 2024";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(Scheme.HTTP).with(RequestForm.SPACES_AFTER);
  }
}

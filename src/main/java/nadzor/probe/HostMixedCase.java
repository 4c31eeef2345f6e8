package nadzor.probe;

/** The technique {@code host-mixed-case}: see {@link #about}. */
record HostMixedCase() implements Technique {
  @Override
  public String name() {
    return "host-mixed-case";
  }

  @Override
  public Family family() {
    return Family.HTTP;
  }

  @Override
  public String about() {
    return "Writes the Host in mixed case; helps where names are compared by octets";
  }

  @Override
  public String source() {
    return "Niere et al., 2024";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(Scheme.HTTP).with(RequestForm.MIXED_CASE);
  }
}

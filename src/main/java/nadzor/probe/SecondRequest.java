package nadzor.probe;

/** The technique {@code second-request}: see {@link #about}. */
record SecondRequest() implements Technique {
  @Override
  public String name() {
    return "second-request";
  }

  @Override
  public Family family() {
    return Family.HTTP;
  }

  @Override
  public String about() {
    return "Asks a neutral name first on the same connection; helps where only the first request is inspected";
  }

  @Override
  public String source() {
    return "Niere et al., 2024";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(Scheme.HTTP).with(RequestForm.SECOND);
  }
}

package nadzor.probe;

/** The technique {@code http-relay}: see {@link #about}. */
record HttpRelay() implements Technique {
  @Override
  public String name() {
    return "http-relay";
  }

  @Override
  public Family family() {
    return Family.ROUTE;
  }

  @Override
  public String about() {
    return "Goes through an HTTP proxy abroad, the name in the clear; helps where only addresses are restricted";
  }

  @Override
  public String source() {
    return "Xue et al., IMC 2021; RFC 9110 section 9.3.6";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(Route.HTTP_RELAY);
  }
}

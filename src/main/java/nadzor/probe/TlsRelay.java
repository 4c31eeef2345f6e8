package nadzor.probe;

/** The technique {@code tls-relay}: see {@link #about}. */
record TlsRelay() implements Technique {
  @Override
  public String name() {
    return "tls-relay";
  }

  @Override
  public Family family() {
    return Family.ROUTE;
  }

  @Override
  public String about() {
    return "Goes through a proxy abroad inside TLS; helps until that proxy is restricted";
  }

  @Override
  public String source() {
    return "Xue et al., IMC 2021; RFC 9110 section 9.3.6";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(Route.TLS_RELAY);
  }
}

package nadzor.probe;

/** The technique {@code socks-relay}: see {@link #about}. */
record SocksRelay() implements Technique {
  @Override
  public String name() {
    return "socks-relay";
  }

  @Override
  public Family family() {
    return Family.ROUTE;
  }

  @Override
  public String about() {
    return "Goes through a SOCKS proxy abroad, the name in the clear; helps where only addresses are restricted";
  }

  @Override
  public String source() {
    return "Xue et al., IMC 2021; RFC 1928";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(Route.SOCKS_RELAY);
  }
}

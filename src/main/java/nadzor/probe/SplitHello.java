package nadzor.probe;

/** The technique {@code split-hello}: see {@link #about}. */
record SplitHello() implements Technique {
  @Override
  public String name() {
    return "split-hello";
  }

  @Override
  public Family family() {
    return Family.TLS;
  }

  @Override
  public String about() {
    return "Cuts the ClientHello inside the name, in two segments; helps where segments are not reassembled";
  }

  @Override
  public String source() {
    return "Xue et al., IMC 2021 and IMC 2022";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(FirstFlight.CUT_IN_NAME);
  }
}

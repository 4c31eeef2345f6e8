package nadzor.probe;

/** The technique {@code padded-hello}: see {@link #about}. */
record PaddedHello() implements Technique {
  @Override
  public String name() {
    return "padded-hello";
  }

  @Override
  public Family family() {
    return Family.TLS;
  }

  @Override
  public String about() {
    return "Pads the ClientHello past one segment; helps where segments are not reassembled";
  }

  @Override
  public String source() {
    return "Xue et al., IMC 2021 and IMC 2022; RFC 7685";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(HelloForm.PADDED);
  }
}

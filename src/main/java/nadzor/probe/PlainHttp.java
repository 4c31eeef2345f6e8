package nadzor.probe;

/** HTTP without TLS: no way through, but the stage where block pages show. */
record PlainHttp() implements Technique {
  @Override
  public String name() {
    return "plain-http";
  }

  @Override
  public Family family() {
    return Family.BASELINE;
  }

  @Override
  public String about() {
    return "Asks in the clear; shows whether the Host header triggers";
  }

  @Override
  public String source() {
    return "OONI ts-017, block pages show in the clear";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(Scheme.HTTP);
  }
}

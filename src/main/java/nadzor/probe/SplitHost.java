package nadzor.probe;

/** The technique {@code split-host}: see {@link #about}. */
record SplitHost() implements Technique {
  @Override
  public String name() {
    return "split-host";
  }

  @Override
  public Family family() {
    return Family.HTTP;
  }

  @Override
  public String about() {
    return "Cuts the request inside the Host, in two segments; helps where segments are not reassembled";
  }

  @Override
  public String source() {
    return "Bock et al., CCS 2019";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(Scheme.HTTP).with(RequestForm.SPLIT);
  }
}

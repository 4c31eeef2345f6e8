package nadzor.probe;

/** TCP segmentation inside the SNI (Censored Planet 2021 and 2022). */
record SplitHello() implements Technique {
  @Override
  public String name() {
    return "split-hello";
  }

  @Override
  public String about() {
    return "Cuts the ClientHello inside the name, in two segments; helps where segments are not reassembled";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(FirstFlight.CUT_IN_NAME);
  }
}

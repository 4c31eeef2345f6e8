package nadzor.probe;

/** The baseline: nothing is changed. */
record Plain() implements Technique {
  @Override
  public String name() {
    return "plain";
  }

  @Override
  public Family family() {
    return Family.BASELINE;
  }

  @Override
  public String about() {
    return "What a browser does that tries nothing: the network's resolver, TLS, the name in one segment";
  }

  @Override
  public String source() {
    return "The baseline of every matrix";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL;
  }
}

package nadzor.probe;

/** The technique {@code idle-first}: see {@link #about}. */
record IdleFirst() implements Technique {
  @Override
  public String name() {
    return "idle-first";
  }

  @Override
  public Family family() {
    return Family.WAITING;
  }

  @Override
  public String about() {
    return "Leaves the connection silent past the filters' timeout, then goes on; helps where state is forgotten";
  }

  @Override
  public String source() {
    return "Xue et al., IMC 2021 and IMC 2022";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(Waiting.IDLE_FIRST);
  }
}

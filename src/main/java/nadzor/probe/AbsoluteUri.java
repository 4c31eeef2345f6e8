package nadzor.probe;

/** The technique {@code absolute-uri}: see {@link #about}. */
record AbsoluteUri() implements Technique {
  @Override
  public String name() {
    return "absolute-uri";
  }

  @Override
  public Family family() {
    return Family.HTTP;
  }

  @Override
  public String about() {
    return "Writes the whole URI in the request line; helps where only paths are expected there";
  }

  @Override
  public String source() {
    return "RFC 9112 section 3.2.2";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(Scheme.HTTP).with(RequestForm.ABSOLUTE);
  }
}

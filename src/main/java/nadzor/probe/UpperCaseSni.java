package nadzor.probe;

/** The technique {@code upper-case-sni}: see {@link #about}. */
record UpperCaseSni() implements Technique {
  @Override
  public String name() {
    return "upper-case-sni";
  }

  @Override
  public Family family() {
    return Family.TLS;
  }

  @Override
  public String about() {
    return "Writes the name in capitals; helps where names are compared by octets";
  }

  @Override
  public String source() {
    return "RFC 6066 section 3: names are compared without case";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(SniSpelling.UPPER_CASE);
  }
}

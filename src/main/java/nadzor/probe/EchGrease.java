package nadzor.probe;

/** The technique {@code ech-grease}: see {@link #about}. */
record EchGrease() implements Technique {
  @Override
  public String name() {
    return "ech-grease";
  }

  @Override
  public Family family() {
    return Family.TLS;
  }

  @Override
  public String about() {
    return "Adds an encrypted_client_hello extension that says nothing; shows whether the extension alone triggers";
  }

  @Override
  public String source() {
    return "RFC 9849 section 6.2";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(HelloForm.ECH_GREASE);
  }
}

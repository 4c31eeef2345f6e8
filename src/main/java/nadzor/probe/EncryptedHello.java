package nadzor.probe;

/** The technique {@code ech}: see {@link #about}. */
record EncryptedHello() implements Technique {
  @Override
  public String name() {
    return "ech";
  }

  @Override
  public Family family() {
    return Family.TLS;
  }

  @Override
  public String about() {
    return "Sends the outer hello of encrypted_client_hello: a neutral name and a sealed inner one; the seal is random, so only the way of the hello and its answer is shown";
  }

  @Override
  public String source() {
    return "RFC 9849";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(HelloForm.ECH_OUTER);
  }
}

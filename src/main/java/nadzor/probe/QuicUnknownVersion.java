package nadzor.probe;

/** The technique {@code quic-unknown-version}: see {@link #about}. */
record QuicUnknownVersion() implements Technique {
  @Override
  public String name() {
    return "quic-unknown-version";
  }

  @Override
  public Family family() {
    return Family.QUIC;
  }

  @Override
  public String about() {
    return "Greets over a QUIC version that nobody speaks; helps where only known versions are inspected";
  }

  @Override
  public String source() {
    return "RFC 9000 section 6; Xue et al., IMC 2022";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(Transport.QUIC_UNKNOWN);
  }
}

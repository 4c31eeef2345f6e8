package nadzor.probe;

/** The technique {@code quic-v1}: see {@link #about}. */
record QuicV1() implements Technique {
  @Override
  public String name() {
    return "quic-v1";
  }

  @Override
  public Family family() {
    return Family.QUIC;
  }

  @Override
  public String about() {
    return "Greets over QUIC version 1; helps where only TCP is inspected";
  }

  @Override
  public String source() {
    return "RFC 9000; Xue et al., IMC 2022";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(Transport.QUIC_V1);
  }
}

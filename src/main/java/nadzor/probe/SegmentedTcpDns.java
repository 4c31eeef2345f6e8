package nadzor.probe;

/** The technique {@code dns-tcp-segments}: see {@link #about}. */
record SegmentedTcpDns() implements Technique {
  @Override
  public String name() {
    return "dns-tcp-segments";
  }

  @Override
  public Family family() {
    return Family.DNS;
  }

  @Override
  public String about() {
    return "Asks a resolver abroad over TCP in segments of 20 octets; helps where streams are not reassembled";
  }

  @Override
  public String source() {
    return "RFC 7766; measured in China and Iran, by a secondary source";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(Lookup.TCP_SEGMENTS);
  }
}

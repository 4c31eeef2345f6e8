package nadzor.probe;

/** The technique {@code address-elsewhere}: see {@link #about}. */
record AddressElsewhere() implements Technique {
  @Override
  public String name() {
    return "address-elsewhere";
  }

  @Override
  public Family family() {
    return Family.ROUTE;
  }

  @Override
  public String about() {
    return "Connects to an address that was asked for outside the network; helps where only DNS is restricted";
  }

  @Override
  public String source() {
    return "OONI ts-017: the control's addresses";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(Lookup.ELSEWHERE);
  }
}

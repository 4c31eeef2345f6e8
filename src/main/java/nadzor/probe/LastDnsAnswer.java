package nadzor.probe;

/** The technique {@code dns-last-answer}: see {@link #about}. */
record LastDnsAnswer() implements Technique {
  @Override
  public String name() {
    return "dns-last-answer";
  }

  @Override
  public Family family() {
    return Family.DNS;
  }

  @Override
  public String about() {
    return "Asks a resolver abroad and takes the last answer; helps where forged answers race the true one";
  }

  @Override
  public String source() {
    return "Hoang et al., USENIX Security 2021";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(Lookup.LAST_ANSWER);
  }
}

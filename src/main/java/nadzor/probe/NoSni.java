package nadzor.probe;

/** No server_name extension; the certificate is still verified (Censored Planet 2021). */
record NoSni() implements Technique {
  @Override
  public String name() {
    return "no-sni";
  }

  @Override
  public String about() {
    return "Sends no server name; helps where only the name triggers";
  }

  @Override
  public Approach approach() {
    return Approach.USUAL.with(SniSpelling.NONE);
  }
}

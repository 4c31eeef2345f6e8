package nadzor.probe;

/** One thing to measure: a site, from a vantage, with a technique. Immutable. */
public record Cell(Vantage vantage, Site site, Technique technique) {
  @Override
  public String toString() {
    return technique.name() + " " + site.host() + site.path() + " in " + vantage.network();
  }
}

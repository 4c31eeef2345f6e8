package nadzor.flow;

/** The question of a DNS query. Mutable and reused; not thread-safe. */
public final class DnsQuestion implements Sighting {
  private final NameView name = new NameView();
  private int type;
  private DnsAsking asking = DnsAsking.UDP;
  private Place place = Place.RESOLVER;

  /** The same view, asked in another way or at another place. */
  public DnsQuestion at(DnsAsking newAsking, Place newPlace) {
    asking = newAsking;
    place = newPlace;
    return this;
  }

  /** How it travels. */
  public DnsAsking asking() {
    return asking;
  }

  /** Where it is seen. */
  public Place place() {
    return place;
  }

  /** The same view with another query type. */
  public DnsQuestion type(int newType) {
    type = newType;
    return this;
  }

  /** The query type, as in the IANA registry (1 is A). */
  public int type() {
    return type;
  }

  @Override
  public Kind kind() {
    return Kind.DNS_QUESTION;
  }

  @Override
  public NameView name() {
    return name;
  }
}

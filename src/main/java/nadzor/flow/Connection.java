package nadzor.flow;

/**
 * A connection that begins, or the first datagram of a flow: its destination is all that is known.
 *
 * @param server where to, as the world advertises it
 * @param datagrams whether it is a flow of UDP datagrams
 */
public record Connection(Endpoint server, boolean datagrams) implements Sighting {
  private static final NameView NO_NAME = new NameView();

  @Override
  public Kind kind() {
    return Kind.CONNECTION;
  }

  @Override
  public NameView name() {
    return NO_NAME;
  }
}

package nadzor.flow;

/**
 * A UDP datagram that no parser recognised.
 *
 * @param length how many octets it has
 */
public record Datagram(int length) implements Sighting {
  private static final NameView NO_NAME = new NameView();

  @Override
  public Kind kind() {
    return Kind.DATAGRAM;
  }

  @Override
  public NameView name() {
    return NO_NAME;
  }
}

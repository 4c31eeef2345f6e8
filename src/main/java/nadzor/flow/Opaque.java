package nadzor.flow;

/**
 * Octets that no parser recognised.
 *
 * @param length how many there were in the segment
 */
public record Opaque(int length) implements Sighting {
  private static final NameView NO_NAME = new NameView();

  @Override
  public Kind kind() {
    return Kind.OPAQUE;
  }

  @Override
  public NameView name() {
    return NO_NAME;
  }
}

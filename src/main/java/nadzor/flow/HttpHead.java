package nadzor.flow;

/**
 * The head of a plain HTTP request.
 *
 * @param name the host asked for, without its port; empty where the request names none
 * @param method the method, as sent
 * @param target the request target, as sent
 */
public record HttpHead(NameView name, String method, String target) implements Sighting {
  @Override
  public Kind kind() {
    return Kind.HTTP_HEAD;
  }
}

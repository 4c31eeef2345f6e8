package nadzor.flow;

/** The 4-tuple of a flow, seen from who opened it: client side first. Immutable. */
public record FlowKey(Endpoint client, Endpoint server) {
  @Override
  public String toString() {
    return client + ">" + server;
  }
}

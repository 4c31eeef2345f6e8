package nadzor.flow;

/**
 * A TLS ClientHello, as a passive observer reads it.
 *
 * @param name the SNI; empty where the extension is missing
 * @param ech whether the encrypted_client_hello extension (0xfe0d) is present, GREASE or not
 * @param esni whether its forerunner encrypted_server_name (0xffce, draft-ietf-tls-esni-02) is
 */
public record ClientHello(NameView name, boolean ech, boolean esni) implements Sighting {
  @Override
  public Kind kind() {
    return Kind.CLIENT_HELLO;
  }
}

package nadzor.flow;

import java.util.Optional;

/**
 * A client's datagram that begins with a QUIC long header (RFC 9000 section 17.2, RFC 8999).
 *
 * @param version the version field, as an unsigned number in an int
 * @param length how many octets the datagram has
 * @param hello the ClientHello, where the Initial was decrypted and the hello is whole
 */
public record QuicInitial(int version, int length, Optional<ClientHello> hello)
    implements Sighting {
  private static final NameView NO_NAME = new NameView();

  @Override
  public Kind kind() {
    return Kind.QUIC_INITIAL;
  }

  @Override
  public NameView name() {
    return hello.map(ClientHello::name).orElse(NO_NAME);
  }
}

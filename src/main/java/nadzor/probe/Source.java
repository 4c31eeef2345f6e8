package nadzor.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.NetworkChannel;
import java.util.Optional;

/**
 * Whom a probe is: the address it sends from, with a port that the system picks. Immutable.
 *
 * @param address empty: whichever the system picks
 */
record Source(Optional<InetAddress> address) {
  static final Source ANY = new Source(Optional.empty());

  void bind(NetworkChannel channel) throws IOException {
    if (address.isPresent()) {
      channel.bind(new InetSocketAddress(address.get(), 0));
    }
  }
}

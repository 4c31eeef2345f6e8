package nadzor.censor;

import java.net.InetAddress;
import java.util.List;

/**
 * The addresses of a network's own that actions refer to. Immutable.
 *
 * @param blockPage where the network's block page answers, as its resolver advertises it
 */
public record OwnAddresses(List<InetAddress> blockPage) {
  /** A network without addresses of its own. */
  public static final OwnAddresses NONE = new OwnAddresses(List.of());

  /** Copies the list. */
  public OwnAddresses {
    blockPage = List.copyOf(blockPage);
  }
}

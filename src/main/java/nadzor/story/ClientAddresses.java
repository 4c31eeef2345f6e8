package nadzor.story;

import com.google.common.hash.Hashing;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import nadzor.flow.Addresses;

/**
 * The addresses of the laboratory's clients, of 127.40.0.0/16: each cell has its own, the same in
 * every run of one seed. So what a filter remembers of one client does not touch another.
 *
 * @param seed of the run
 */
public record ClientAddresses(long seed) {
  private static final InetAddress FIRST = Addresses.parse("127.40.0.1");
  private static final int USABLE = 65_534;

  /** The address of the client that a cell, told by any text, is visited from. */
  public InetAddress of(String cell) {
    long hash = Hashing.sipHash24(seed, 0).hashString(cell, StandardCharsets.UTF_8).asLong();
    return Addresses.plus(FIRST, (int) Math.floorMod(hash, (long) USABLE));
  }
}

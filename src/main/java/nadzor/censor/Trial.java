package nadzor.censor;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.net.InetAddress;
import nadzor.blocklist.Blocklist;

/**
 * A version that is tried beside the one in force: on a share of the clients, who are chosen by a
 * keyed hash of their address, or on all of them without acting. Immutable, thread-safe.
 */
public final class Trial {
  private static final double ALL = 1L << 32;

  private final Blocklist blocklist;
  private final double share;
  private final HashFunction hash;
  private final long below;
  private final boolean shadow;
  private final TrialWatch watch;

  private Trial(Blocklist blocklist, double share, long key, boolean shadow, TrialWatch watch) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("found share " + share + ", expected one of 0 to 1");
    }
    this.blocklist = blocklist;
    this.share = share;
    hash = Hashing.sipHash24(key, ~key);
    below = (long) (share * ALL);
    this.shadow = shadow;
    this.watch = watch;
  }

  /**
   * The version holds for a share of the clients; for the others the one in force does.
   *
   * @param share 0 to 1
   * @param key another key chooses others; with the same one a greater share holds a smaller one
   */
  public static Trial canary(Blocklist blocklist, double share, long key, TrialWatch watch) {
    return new Trial(blocklist, share, key, false, watch);
  }

  /** The version is judged for all clients and told, and acts for none. */
  public static Trial shadow(Blocklist blocklist, TrialWatch watch) {
    return new Trial(blocklist, 1, 0, true, watch);
  }

  /** The version on trial. */
  public Blocklist blocklist() {
    return blocklist;
  }

  /** Which share of the clients it is tried on. */
  public double share() {
    return share;
  }

  /** Whether it never acts. */
  public boolean isShadow() {
    return shadow;
  }

  /** Whether it is tried on this client. */
  public boolean includes(InetAddress client) {
    return below > 0 && Integer.toUnsignedLong(hash(client)) < below;
  }

  private int hash(InetAddress client) {
    return hash.hashBytes(client.getAddress()).asInt();
  }

  void tell(Restriction restriction) {
    watch.newlyRestricted(restriction, !shadow);
  }
}

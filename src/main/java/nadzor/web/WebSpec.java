package nadzor.web;

import java.util.List;
import nadzor.censor.Profile;
import nadzor.flow.Endpoint;
import nadzor.lab.Fence;

/**
 * How an office is served. Immutable.
 *
 * @param at where it listens; port 0 takes one that is free
 * @param fence which addresses it may listen on
 * @param token who has it writes; empty: one that nobody guesses
 * @param profiles that are shown beside those of the networks
 */
public record WebSpec(Endpoint at, Fence fence, String token, List<Profile> profiles) {
  /** Copies the list. */
  public WebSpec {
    profiles = List.copyOf(profiles);
  }

  /** On loopback, on that port, with a new token. */
  public static WebSpec onLoopback(int port) {
    return new WebSpec(Endpoint.of("127.0.0.1", port), Fence.loopback(), "", List.of());
  }

  /** The same with these profiles shown too. */
  public WebSpec showing(List<Profile> shown) {
    return new WebSpec(at, fence, token, shown);
  }
}

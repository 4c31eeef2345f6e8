package nadzor.probe;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import nadzor.flow.DomainName;

/**
 * What a client of this network was told by others. Immutable.
 *
 * @param mirrors for a name, another one with the same content
 * @param neutral a name that nobody restricts, such as one fronts with
 * @param idle how long a connection must be silent until filters here have forgotten it
 * @param residual how long filters here remember a trigger
 */
public record Hints(
    Map<DomainName, DomainName> mirrors,
    Optional<DomainName> neutral,
    Optional<Duration> idle,
    Optional<Duration> residual) {
  /** Nothing is known. */
  public static final Hints NONE =
      new Hints(Map.of(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Copies the mirrors. */
  public Hints {
    mirrors = Map.copyOf(mirrors);
  }

  /** These, and mirrors. */
  public Hints withMirrors(Map<DomainName, DomainName> other) {
    return new Hints(other, neutral, idle, residual);
  }

  /** These, and a neutral name. */
  public Hints withNeutral(DomainName name) {
    return new Hints(mirrors, Optional.of(name), idle, residual);
  }

  /** These, and the two times. */
  public Hints withTimes(Duration forgetsIdle, Duration forgetsTrigger) {
    return new Hints(mirrors, neutral, Optional.of(forgetsIdle), Optional.of(forgetsTrigger));
  }

  /** The mirror of a name. */
  Optional<DomainName> mirrorOf(DomainName host) {
    return Optional.ofNullable(mirrors.get(host));
  }
}

package nadzor.probe;

import com.google.common.collect.ImmutableSet;
import java.time.Duration;

/** When a technique waits. */
public enum Waiting {
  /** Never. */
  NONE(Depth.PAGE),
  /** Between the connection and the first octet. */
  IDLE_FIRST(Depth.PAGE, Facility.IDLE_TIME),
  /** Not at all between the site and a neutral name at the same address. */
  RESIDUAL_NOW(Depth.SERVER_HELLO, Facility.NEUTRAL_NAME),
  /** As long as triggers are remembered, between the site and a neutral name. */
  RESIDUAL_LATER(Depth.SERVER_HELLO, Facility.NEUTRAL_NAME, Facility.RESIDUAL_TIME);

  private final Depth depth;
  private final ImmutableSet<Facility> needs;

  Waiting(Depth depth, Facility... needs) {
    this.depth = depth;
    this.needs = ImmutableSet.copyOf(needs);
  }

  Depth depth() {
    return depth;
  }

  ImmutableSet<Facility> needs() {
    return needs;
  }

  /** Whether a neutral name is visited after the site. */
  boolean isAftermath() {
    return this == RESIDUAL_NOW || this == RESIDUAL_LATER;
  }

  /** How long it waits in this network. */
  Duration length(Hints hints) {
    return switch (this) {
      case NONE, RESIDUAL_NOW -> Duration.ZERO;
      case IDLE_FIRST -> hints.idle().orElse(Duration.ZERO);
      case RESIDUAL_LATER -> hints.residual().orElse(Duration.ZERO);
    };
  }
}

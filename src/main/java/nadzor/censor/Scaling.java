package nadzor.censor;

import java.time.Duration;

/** Multiplies the long durations of a profile. */
final class Scaling {
  private Scaling() {}

  static Duration of(Duration duration, double factor) {
    if (!(factor > 0)) {
      throw new IllegalArgumentException("a factor of " + factor + ", expected above 0");
    }
    return Duration.ofNanos(Math.max(1, Math.round(duration.toNanos() * factor)));
  }

  static InspectionPolicy of(InspectionPolicy policy, double factor) {
    return new InspectionPolicy(
        policy.reassembly(),
        policy.limitOctets(),
        policy.more(),
        policy.giveUpOctets(),
        policy.bothDirections(),
        policy.everyRequest(),
        policy.toleratesRecords(),
        policy.idle().map(idle -> of(idle, factor)));
  }

  static QuicPolicy of(QuicPolicy policy, double factor) {
    return new QuicPolicy(
        policy.decrypt(),
        policy.gather(),
        policy.everyDatagram(),
        policy.idle().map(idle -> of(idle, factor)));
  }

  static ProfileRule of(ProfileRule rule, double factor) {
    return new ProfileRule(
        rule.on(),
        rule.aim(),
        rule.conditions(),
        rule.chance(),
        rule.action(),
        rule.residual()
            .map(left -> new Residual(left.key(), of(left.duration(), factor), left.renewed())));
  }
}

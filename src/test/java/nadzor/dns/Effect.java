package nadzor.dns;

import nadzor.censor.DnsAction;
import nadzor.censor.DnsEffect;
import nadzor.censor.OwnAddresses;

/** An action that has this effect. */
record Effect(DnsEffect effect) implements DnsAction {
  @Override
  public String name() {
    return "effect";
  }

  @Override
  public DnsEffect onQuestion(OwnAddresses own) {
    return effect;
  }
}

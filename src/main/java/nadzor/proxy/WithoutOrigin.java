package nadzor.proxy;

import nadzor.censor.StreamEffect;

/**
 * Whether the client alone feels an effect, so that nothing need be connected to: a RST towards it
 * at once, an answer in the origin's name, silence, all without grace.
 */
final class WithoutOrigin implements StreamEffect.Visitor<Boolean> {
  static final WithoutOrigin RULE = new WithoutOrigin();

  private WithoutOrigin() {}

  @Override
  public Boolean pass() {
    return false;
  }

  @Override
  public Boolean refuse() {
    return true;
  }

  /** An origin that is to hear a RST has to be there. */
  @Override
  public Boolean reset(StreamEffect.Reset effect) {
    return effect.isImmediate() && !effect.towardsServer();
  }

  @Override
  public Boolean discard(StreamEffect.Discard effect) {
    return effect.grace().isNone();
  }

  @Override
  public Boolean answer(StreamEffect.Answer effect) {
    return effect.grace().isNone();
  }

  /** The server that takes the origin's place has to be connected to. */
  @Override
  public Boolean hijack(StreamEffect.Hijack effect) {
    return false;
  }

  @Override
  public Boolean pace(StreamEffect.Pace effect) {
    return false;
  }
}

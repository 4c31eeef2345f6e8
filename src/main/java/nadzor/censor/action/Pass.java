package nadzor.censor.action;

import nadzor.censor.DnsAction;
import nadzor.censor.DnsEffect;
import nadzor.censor.OwnAddresses;
import nadzor.censor.StreamAction;
import nadzor.censor.StreamEffect;
import nadzor.censor.Trigger;
import nadzor.flow.Sighting;

/**
 * Action <b>pass</b>: an exemption. No later line is asked, and the flow, or the answer to the
 * question, is not looked at again.
 *
 * <p>The client sees: what it would see without a filter. What an earlier trigger left behind
 * (residual) comes before any line and is not lifted.
 *
 * <p>Example: {@code {on: quic-initial, names: [198.51.100.0/24], action: pass}} before a line that
 * silences every other.
 *
 * <p>Source: net4people/bbs issue 108 (QUIC to hosts within the country was let through); OpenGFW's
 * action {@code allow}, which lets a stream through and looks at it no more.
 */
public record Pass() implements DnsAction, StreamAction {
  @Override
  public String name() {
    return "pass";
  }

  @Override
  public boolean suits(Sighting.Kind on) {
    return true;
  }

  @Override
  public boolean restricts() {
    return false;
  }

  @Override
  public DnsEffect onQuestion(OwnAddresses own) {
    return DnsEffect.PASS;
  }

  @Override
  public StreamEffect onTrigger(Trigger trigger) {
    return StreamEffect.PASS;
  }
}

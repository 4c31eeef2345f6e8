package nadzor.censor.action;

import java.util.Optional;
import nadzor.censor.DnsAction;
import nadzor.censor.DnsEffect;
import nadzor.censor.Grace;
import nadzor.censor.OwnAddresses;
import nadzor.censor.StreamAction;
import nadzor.censor.StreamEffect;
import nadzor.censor.Trigger;
import nadzor.flow.Sighting;

/**
 * Action <b>silence</b>: nothing comes back, at once or after a while.
 *
 * <p>The client sees: a question without an answer, or a flow that goes dumb until it times out.
 *
 * <p>Example: {@code {silence: {after: 8}}}, {@code {silence: {after-octets: 16384}}}, {@code
 * {silence: {after-time: 5 s}}}
 *
 * <p>Source: 77 of 1,571 of OONI's measurements of facebook.com, March 2022; behaviours SNI-II (5
 * to 8 further packets pass) and SNI-IV of Xue et al., IMC 2022, as two third parties quote them;
 * the freeze after some 16 KB as summarised by a third party from net4people/bbs issue 490.
 *
 * @param grace what still passes: segments or datagrams, octets, a time
 */
public record Silence(Grace grace) implements DnsAction, StreamAction {
  /** By segments alone. */
  public Silence(int after) {
    this(after, Grace.ANY_OCTETS);
  }

  /** By segments or octets. */
  public Silence(int after, long afterOctets) {
    this(new Grace(after, afterOctets, Optional.empty()));
  }

  @Override
  public String name() {
    return "silence";
  }

  @Override
  public boolean suits(Sighting.Kind on) {
    return true;
  }

  @Override
  public DnsEffect onQuestion(OwnAddresses own) {
    return new DnsEffect.Silence();
  }

  @Override
  public StreamEffect onTrigger(Trigger trigger) {
    return new StreamEffect.Discard(grace);
  }
}

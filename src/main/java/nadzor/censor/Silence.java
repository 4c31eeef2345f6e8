package nadzor.censor;

/**
 * Nothing comes back. The client sees a question without an answer, or a flow that goes dumb: its
 * handshake times out (77 of 1,571 measurements of facebook.com, OONI, March 2022).
 *
 * @param after how many segments of a stream still pass, counting the one that triggered
 */
public record Silence(int after) implements DnsAction, StreamAction {
  @Override
  public String name() {
    return "silence";
  }

  @Override
  public DnsEffect onQuestion(OwnAddresses own) {
    return new DnsEffect.Silence();
  }

  @Override
  public StreamEffect onTrigger(Trigger trigger) {
    return new StreamEffect.Discard(after);
  }
}

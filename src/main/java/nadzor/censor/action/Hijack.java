package nadzor.censor.action;

import nadzor.censor.StreamAction;
import nadzor.censor.StreamEffect;
import nadzor.censor.Trigger;
import nadzor.flow.ClientHello;
import nadzor.flow.Connection;
import nadzor.flow.Sighting;

/**
 * Action <b>hijack</b>: the network's own server of block pages takes the place of the origin.
 *
 * <p>The client sees: over TLS a certificate that nobody it trusts has signed, for another name,
 * and behind it the block page; over plain HTTP the block page. A flow of which something has
 * reached the origin already cannot be led elsewhere: it is reset on both sides.
 *
 * <p>Example: {@code {on: client-hello, measure: block, action: hijack}}
 *
 * <p>Source: OONI, "New blocks emerge in Russia amid war in Ukraine", 2022: 19 of 1,571
 * measurements of facebook.com were TLS in the middle; jafar's {@code -iptables-hijack-https-to}.
 */
public record Hijack() implements StreamAction {
  private static final int HTTPS = 443;

  @Override
  public String name() {
    return "hijack";
  }

  @Override
  public boolean suits(Sighting.Kind on) {
    return on == Sighting.Kind.CONNECTION
        || on == Sighting.Kind.CLIENT_HELLO
        || on == Sighting.Kind.HTTP_HEAD;
  }

  @Override
  public StreamEffect onTrigger(Trigger trigger) {
    return new StreamEffect.Hijack(speaksTls(trigger.sighting()));
  }

  /** Before anything is said the port alone tells. */
  private static boolean speaksTls(Sighting sighting) {
    return sighting instanceof Connection connection
        ? connection.server().port() == HTTPS
        : sighting instanceof ClientHello;
  }
}

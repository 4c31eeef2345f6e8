package nadzor.censor.action;

import nadzor.censor.StreamAction;
import nadzor.censor.StreamEffect;
import nadzor.censor.Trigger;
import nadzor.flow.Sighting;

/**
 * Action <b>alert</b>: a fatal TLS alert in the server's name, then a clean close.
 *
 * <p>The client sees: a handshake that its server seems to refuse.
 *
 * <p>Example: {@code {alert: {description: 112}}}
 *
 * <p>Source: RFC 8446 section 6 (112 is unrecognized_name, 40 handshake_failure); not taken from a
 * measurement.
 *
 * @param description the AlertDescription, 0 to 255
 */
public record Alert(int description) implements StreamAction {
  private static final byte ALERT_RECORD = 21;
  private static final byte FATAL = 2;

  /** Checks the number. */
  public Alert {
    if (description < 0 || description > 255) {
      throw new IllegalArgumentException("alert " + description + ", expected 0 to 255");
    }
  }

  @Override
  public String name() {
    return "alert";
  }

  @Override
  public boolean suits(Sighting.Kind on) {
    return on == Sighting.Kind.CLIENT_HELLO;
  }

  @Override
  public StreamEffect onTrigger(Trigger trigger) {
    byte[] record = {ALERT_RECORD, 3, 3, 0, 2, FATAL, (byte) description};
    return new StreamEffect.Answer(record);
  }
}

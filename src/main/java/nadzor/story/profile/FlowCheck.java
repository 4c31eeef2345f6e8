package nadzor.story.profile;

import nadzor.censor.ProfileRule;
import nadzor.censor.action.Close;
import nadzor.censor.action.Throttle;
import nadzor.censor.condition.Datagrams;
import nadzor.files.Node;
import nadzor.flow.Sighting;

/** Sees to it that what one kind of flow alone knows stands on no line that sees another alone. */
final class FlowCheck {
  private FlowCheck() {}

  /**
   * Checks one line.
   *
   * @param written its action as it is written
   */
  static void check(ProfileRule rule, Node written) {
    if (rule.action() instanceof Close && isOfDatagrams(rule)) {
      throw written.wrong("a close of datagrams", "silence or refuse: UDP knows no close");
    }
    if (rule.action() instanceof Throttle throttle) {
      check(throttle, rule, written);
    }
  }

  private static void check(Throttle throttle, ProfileRule rule, Node written) {
    String on = rule.on().word();
    if (isOfDatagrams(rule) && throttle.shapesStreams()) {
      throw written.wrong(
          "pieces or a fin-delay on a " + on + " of datagrams",
          "a line on streams: a datagram is whole, and knows no end");
    }
    if (!isOfDatagrams(rule) && throttle.losesDatagrams()) {
      throw written.wrong(
          "loss on a " + on + " that may be of a stream",
          "a connection with datagrams: true, a quic-initial or a datagram:"
              + " a stream that ends at the proxy loses nothing");
    }
  }

  /** Whether the line sees datagrams and no streams. */
  private static boolean isOfDatagrams(ProfileRule rule) {
    return rule.conditions().contains(new Datagrams(true))
        || rule.on() == Sighting.Kind.QUIC_INITIAL
        || rule.on() == Sighting.Kind.DATAGRAM;
  }
}

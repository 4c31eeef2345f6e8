package nadzor.story.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Rule;
import nadzor.censor.ClientHash;
import nadzor.censor.Restriction;
import nadzor.flow.Addresses;
import nadzor.story.EventBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonsTest {
  private static final ClientHash HASH = new ClientHash(3, 4);
  private static final InetAddress CLIENT = Addresses.parse("127.40.0.7");
  private static final Errand ERRAND = MadeUp.errand("n", SurveyWorld.BLOCK, "plain");
  private static final Rule RULE = SurveyWorld.rule(1, ".sensitive.test", Measure.BLOCK);

  private static EventBook.Event event(String network, String client, String name) {
    return new EventBook.Event(
        Instant.EPOCH,
        new Restriction(
            network,
            HASH.of(Addresses.parse(client)),
            "127.10.1.1:443",
            "client-hello",
            name,
            RULE,
            List.of(RULE),
            "reset",
            false));
  }

  private static int found(boolean oneClient, EventBook.Event... events) {
    Reasons reasons = new Reasons(HASH, oneClient);
    reasons.add(List.of(events));
    return reasons
        .of(List.of(MadeUp.observation(ERRAND, Optional.of(CLIENT), Duration.ZERO)))
        .size();
  }

  @ParameterizedTest
  @CsvSource({
    "n, 127.40.0.7, sensitive.test, 1, 1",
    "n, 127.40.0.7, SENSITIVE.test, 1, 1",
    // the client is of this visit alone, whatever it said; a client of many visits is asked more
    "n, 127.40.0.7, other.test,     1, 0",
    "n, 127.40.0.8, sensitive.test, 0, 0",
    "m, 127.40.0.7, sensitive.test, 0, 0",
  })
  void joinsByNetworkAndClient(
      String network, String client, String name, int ofItsOwn, int ofOneClient) {
    assertEquals(ofItsOwn, found(false, event(network, client, name)));
    assertEquals(ofOneClient, found(true, event(network, client, name)));
  }

  @Test
  void tellsEachReasonOnce() {
    EventBook.Event event = event("n", "127.40.0.7", "sensitive.test");
    assertEquals(1, found(false, event, event));
    assertEquals(
        "reset on client-hello, block .sensitive.test (survey:1)",
        Because.of(event.restriction()).text());
  }
}

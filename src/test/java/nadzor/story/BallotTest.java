package nadzor.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadzor.flow.Endpoint;
import nadzor.probe.Assessment;
import nadzor.probe.Cell;
import nadzor.probe.Death;
import nadzor.probe.Failure;
import nadzor.probe.Observation;
import nadzor.probe.Outcome;
import nadzor.probe.Site;
import nadzor.probe.Stage;
import nadzor.probe.Techniques;
import nadzor.probe.Vantage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BallotTest {
  private static final Endpoint NOWHERE = Endpoint.of("127.0.0.1", 1);

  private static Cell cell(String technique) {
    return new Cell(
        new Vantage("n", NOWHERE, NOWHERE, NOWHERE),
        Site.of("example.org"),
        Techniques.named(technique).orElseThrow());
  }

  private static Vote vote(String technique, String written) {
    boolean timeout = written.endsWith("!");
    Outcome outcome = Outcome.parse(written.replace("!", "")).orElseThrow();
    Optional<Death> death =
        timeout
            ? Optional.of(new Death(Stage.TLS, new Failure(Failure.Name.GENERIC_TIMEOUT_ERROR, "")))
            : Optional.empty();
    Observation seen =
        new Observation(
            cell(technique),
            Instant.EPOCH,
            Duration.ZERO,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            death);
    return new Vote(seen, seen, new Assessment(outcome, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ok|ok",
        "blocked(tls)|blocked(tls)",
        "blocked(tls)!,blocked(tls)!|blocked(tls)",
        "blocked(tls)!,ok,ok|ok",
        "blocked(tls)!,ok,blocked(tls)!|blocked(tls)",
        "slow,slow|slow",
        "slow,ok,ok|ok",
        "down,ok,slow|unsure",
        "unsure,ok,ok|ok"
      })
  void whatRestsOnTimeIsRepeated(String votes, String expected) {
    settles("plain", votes, expected);
  }

  /** A late network reads two segments as one, and resets what it would not have seen. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ok|ok",
        "blocked(tls),blocked(tls)|blocked(tls)",
        "blocked(tls),ok,ok|ok",
        "blocked(tls),ok,blocked(tls)|blocked(tls)",
      })
  void whatHangsOnSegmentsIsRepeated(String votes, String expected) {
    for (String technique : List.of("split-hello", "hello-pieces", "split-host")) {
      settles(technique, votes, expected);
    }
  }

  private static void settles(String technique, String votes, String expected) {
    Ballot ballot = new Ballot();
    List<String> each = List.of(votes.split(",", -1));
    for (int i = 0; i < each.size(); i++) {
      assertFalse(ballot.isSettled(), "before visit " + (i + 1));
      ballot.add(vote(technique, each.get(i)));
    }
    assertTrue(ballot.isSettled());
    assertEquals(expected, ballot.result().outcome().text());
  }
}

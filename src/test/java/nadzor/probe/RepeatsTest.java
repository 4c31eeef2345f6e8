package nadzor.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import nadzor.flow.Addresses;
import nadzor.flow.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatsTest {
  private static final Endpoint SOMEWHERE = Endpoint.of("127.0.0.1", 1);

  private static Observation page(long bytes) {
    return Scenes.of("plain")
        .handshake(Scenes.flow(10, 1))
        .page(200, "t", bytes, "a", Scenes.flow(bytes, 1000))
        .seen();
  }

  private static Observation reset() {
    return Scenes.of("plain").died(Stage.TLS, Failure.Name.CONNECTION_RESET).seen();
  }

  @ParameterizedTest
  @CsvSource({"30 10 20, 20, 10, 30", "4 1 3 2, 2.5, 1, 4", "7, 7, 7, 7"})
  void theMedianAndTheEnds(String numbers, double median, double least, double most) {
    List<Double> each = new ArrayList<>();
    for (String number : numbers.split(" ", -1)) {
      each.add(Double.valueOf(number));
    }
    Spread spread = Spread.of(each).orElseThrow();
    assertEquals(new Spread(median, least, most, each.size()), spread);
    assertEquals(Optional.empty(), Spread.of(List.of()));
  }

  @Test
  void repeatsThatAgreeKeepTheirOutcomeAndTheirSpread() {
    List<Observation> controls = Collections.nCopies(3, page(100));
    Repeats repeats = Repeats.of(List.of(page(100), page(300), page(200)), controls);
    assertEquals(Outcome.OK, repeats.outcome());
    assertEquals(Optional.of(new Spread(200, 100, 300, 3)), repeats.rate());
    assertEquals(0.009, repeats.seconds().orElseThrow().median());
  }

  @Test
  void repeatsThatDisagreeAreUnsure() {
    List<Observation> controls = Collections.nCopies(2, page(100));
    Repeats repeats = Repeats.of(List.of(page(100), reset()), controls);
    assertEquals(Outcome.UNSURE, repeats.outcome());
    assertEquals("repeats disagree: ok, blocked(tls)", repeats.why());
    assertEquals(1, repeats.rate().orElseThrow().count());
  }

  @Test
  void eachNeedsItsControl() {
    List<Observation> one = List.of(page(1));
    assertThrows(IllegalArgumentException.class, () -> Repeats.of(one, List.of()));
    assertThrows(IllegalArgumentException.class, () -> Repeats.of(List.of(), List.of()));
  }

  private static List<Cell> cells() {
    Vantage vantage = new Vantage("n", SOMEWHERE, SOMEWHERE, SOMEWHERE);
    List<Cell> cells = new ArrayList<>();
    for (Technique technique : Techniques.everyday()) {
      cells.add(new Cell(vantage, Site.of("site.test"), technique));
    }
    return cells;
  }

  private static Vantage fresh(Cell cell, int turn) {
    return cell.vantage().from(Addresses.parse("127.40.0." + (turn + 1)));
  }

  /** In the order of measuring: technique and client. */
  private static List<String> order(long seed) {
    List<String> order = new ArrayList<>();
    Repetition repetition = new Repetition(cells(), 3);
    try (ProbeRound round =
        new ProbeRound(
            cell -> {
              order.add(cell.technique().name() + cell.vantage().client().orElseThrow());
              return page(1);
            },
            Pause.NONE,
            1,
            seed)) {
      RoundResult result = round.run(repetition.plan(RepeatsTest::fresh), progress -> {});
      assertEquals(6, repetition.byCell(result).orElseThrow().size());
    }
    return order;
  }

  @Test
  void theSameSeedGivesTheSameOrderAndTheSameClients() {
    List<String> order = order(7);
    assertEquals(18, order.stream().distinct().count());
    assertEquals(order, order(7));
    assertNotEquals(order, order(8));
  }

  @Test
  void aRoundThatWasStoppedHasNoRepeats() {
    Repetition repetition = new Repetition(cells(), 2);
    RoundResult stopped = new RoundResult(List.of(page(1)), cells());
    assertEquals(Optional.empty(), repetition.byCell(stopped));
    assertThrows(IllegalArgumentException.class, () -> new Repetition(cells(), 0));
  }
}

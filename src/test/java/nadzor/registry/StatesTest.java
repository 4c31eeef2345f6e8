package nadzor.registry;

import static nadzor.registry.Meta.moscow;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of states, whole: every move is either in the table here or refused. */
class StatesTest {
  private static final Instant DAY = moscow("2022-04-01T00:00");

  static Stream<Arguments> tables() {
    return Stream.of(
        Arguments.of(CaseState.values(), "open>closed"),
        Arguments.of(DemandState.values(), "open>met open>ignored ignored>met ignored>ignored"),
        Arguments.of(ProposalState.values(), "pending>taken pending>dismissed dismissed>pending"),
        Arguments.of(
            DecisionState.values(),
            "proposed>taken taken>announced announced>in-force announced>lifted"
                + " announced>superseded in-force>lifted in-force>superseded"));
  }

  @ParameterizedTest
  @MethodSource("tables")
  <S extends State<S>> void everyMove(S[] states, String legal) {
    Set<String> table = Arrays.stream(legal.split(" ")).collect(Collectors.toSet());
    for (S from : states) {
      for (S to : states) {
        String move = from.word().replace(' ', '-') + ">" + to.word().replace(' ', '-');
        if (table.contains(move)) {
          assertDoesNotThrow(() -> from.checkMove("x", to, DAY), move);
        } else {
          RegistryException refused =
              assertThrows(RegistryException.class, () -> from.checkMove("x", to, DAY), move);
          assertEquals(
              "the move from " + from.word() + " to " + to.word() + " at 2022-03-31T21:00:00Z",
              refused.found());
        }
      }
    }
  }

  @Test
  void aClosedCaseIsNotClosedAgain() {
    Journal journal = Journal.of(Meta.catalogue(), Meta.given());
    journal.append(new CaseClosing("fb", DAY, "done"));
    RegistryException refused =
        assertThrows(
            RegistryException.class, () -> journal.append(new CaseClosing("fb", DAY, "again")));
    assertEquals(
        "closing fb: found the move from closed to closed at 2022-03-31T21:00:00Z, expected no"
            + " further move: closed is final",
        refused.getMessage());
  }

  @Test
  void anIgnoredDemandMayStillBeMetAndNothingAfter() {
    Journal journal = Journal.of(Meta.catalogue(), Meta.given());
    for (DemandState state : List.of(DemandState.IGNORED, DemandState.IGNORED, DemandState.MET)) {
      journal.append(new Answer("demand-0224", state, DAY, "text"));
    }
    assertThrows(
        RegistryException.class,
        () -> journal.append(new Answer("demand-0224", DemandState.MET, DAY, "text")));
  }
}

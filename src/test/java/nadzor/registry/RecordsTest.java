package nadzor.registry;

import static nadzor.registry.Meta.moscow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.flow.DomainName;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecordsTest {
  private static final Instant DAY = moscow("2022-03-20T10:00");

  private static Arguments refused(String message, Executable made) {
    return Arguments.of(message, made);
  }

  private static Decision decision(Order order, Optional<LocalDate> date, Optional<Instant> until) {
    return new Decision(
        "d",
        "c",
        "A",
        Optional.empty(),
        new Grounds("law", "law", Optional.empty(), date, Optional.empty()),
        order,
        new Timetable(DAY, DAY, DAY, DAY, until, Optional.empty()),
        Meta.mark(),
        Optional.empty(),
        Optional.empty());
  }

  static Stream<Arguments> records() {
    Order block = Meta.block("facebook");
    return Stream.of(
        refused(
            "platform p: found operator 'o', expected a known operator (none is known)",
            () -> new Catalogue(List.of(), List.of(new Platform("p", "P", "o", List.of())))),
        refused(
            "operator o: found this id a second time, expected an id of its own",
            () ->
                new Catalogue(List.of(new Operator("o", "O"), new Operator("o", "P")), List.of())),
        refused(
            "demand d: found an empty author, expected some text",
            () -> new Demand("d", "c", " ", "do", DAY, Optional.empty())),
        refused(
            "demand d: found the end of its term at 2022-03-20T06:59:59Z, expected an instant not"
                + " before the demand itself at 2022-03-20T07:00:00Z",
            () -> new Demand("d", "c", "A", "do", DAY, Optional.of(DAY.minusSeconds(1)))),
        refused(
            "answer d: found the outcome open, expected met or ignored",
            () -> new Answer("d", DemandState.OPEN, DAY, "text")),
        refused(
            "register mark: found entry type 9, expected 1 to 8",
            () -> new RegisterMark(9, BlockType.DEFAULT, Optional.empty())),
        refused(
            "decision d: found no role in its scope, expected at least one",
            () ->
                decision(
                    new Order(Measure.BLOCK, Set.of(), List.of("facebook")),
                    Optional.empty(),
                    Optional.empty())),
        refused(
            "decision d: found no platform it is on, expected at least one",
            () ->
                decision(
                    new Order(Measure.BLOCK, Set.of(Role.CDN), List.of()),
                    Optional.empty(),
                    Optional.empty())),
        refused(
            "decision d: found the announced date 2022-03-21, expected a date not after"
                + " 2022-03-20, the day in Moscow on which it is taken",
            () -> decision(block, Optional.of(LocalDate.of(2022, 3, 21)), Optional.empty())),
        refused(
            "decision d: found its end at 2022-03-20T07:00:00Z, expected an instant after it comes"
                + " into force at 2022-03-20T07:00:00Z",
            () -> decision(block, Optional.empty(), Optional.of(DAY))));
  }

  @ParameterizedTest
  @MethodSource("records")
  void refuseWhatCannotBe(String message, Executable made) {
    assertEquals(message, assertThrows(RegistryException.class, made).getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    ".facebook.com,facebook.com,true",
    ".facebook.com,www.facebook.com,true",
    ".facebook.com,notfacebook.com,false",
    "*.fbcdn.net,fbcdn.net,false",
    "*.fbcdn.net,static.fbcdn.net,true",
    "graph.facebook.com,graph.facebook.com,true",
    "graph.facebook.com,a.graph.facebook.com,false"
  })
  void aResourceCoversNames(String matcher, String name, boolean covered) {
    Resource resource = new Resource(Matcher.of(matcher), Role.FRONT);
    assertEquals(covered, resource.covers(DomainName.of(name)));
  }

  @ParameterizedTest
  @CsvSource({
    "2022-02-25T00:00,2022-02-25T19:00",
    "2022-02-25T18:59,2022-02-25T19:00",
    "2022-02-25T19:00,2022-02-25T19:00",
    "2022-02-25T23:59,2022-02-25T23:59",
    "2022-02-26T00:00,2022-02-26T19:00"
  })
  void aTimeOfDayLastsUntilMidnight(String from, String next) {
    TimeOfDay evening = TimeOfDay.inMoscow(LocalTime.of(19, 0));
    assertEquals(moscow(next), evening.next(moscow(from)));
  }
}

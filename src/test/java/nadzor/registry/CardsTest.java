package nadzor.registry;

import static nadzor.registry.Meta.moscow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Matcher;
import nadzor.flow.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Platforms and operators that are entered and corrected while the registry lives. */
class CardsTest {
  private static final Instant DAY = moscow("2022-05-01T00:00");

  private static Platform platform(String id, String operator, String... matchers) {
    List<Resource> resources =
        List.of(matchers).stream().map(text -> new Resource(Matcher.of(text), Role.FRONT)).toList();
    return new Platform(id, "Platform " + id, operator, resources);
  }

  private static PlatformCard card(int hour, Platform platform) {
    return new PlatformCard(platform, hours(hour));
  }

  private static Instant hours(int hour) {
    return DAY.plusSeconds(3600L * hour);
  }

  /** An operator with one platform, blocked from the third hour on in a case on the operator. */
  private static Journal living() {
    Journal journal = new Journal(new Catalogue(List.of(), List.of()));
    journal.append(new OperatorCard(new Operator("late", "Late"), hours(0)));
    journal.append(card(0, platform("chat", "late", ".chat.test")));
    journal.append(new CaseFile("c", new Subject.OfOperator("late"), "A", hours(1)));
    journal.append(block("d", 3, "chat"));
    return journal;
  }

  private static Decision block(String id, int hour, String... targets) {
    Instant at = hours(hour);
    return new Decision(
        id,
        "c",
        "A",
        Optional.empty(),
        Meta.grounds(),
        new Order(Meta.block("x").measure(), Meta.block("x").scope(), List.of(targets)),
        new Timetable(at, at, at, at, Optional.empty(), Optional.empty()),
        Meta.mark(),
        Optional.empty(),
        Optional.empty());
  }

  private static String held(Journal journal, Instant known, Instant at) {
    return RegisterRules.rules(Register.at(journal.at(known), at)).stream()
        .map(rule -> rule.matcher().toString())
        .toList()
        .toString();
  }

  @Test
  void aDecisionHoldsTheResourcesThatAreKnown() {
    Journal journal = living();
    journal.append(card(5, platform("chat", "late", ".chat.test", "192.0.2.0/24")));
    assertEquals("[]", held(journal, hours(2), hours(2)));
    assertEquals("[.chat.test]", held(journal, hours(4), hours(4)));
    assertEquals("[.chat.test]", held(journal, hours(4), hours(9)));
    assertEquals("[.chat.test, 192.0.2.0/24]", held(journal, hours(5), hours(5)));
    assertEquals("[.chat.test, 192.0.2.0/24]", held(journal, hours(5), hours(4)));
  }

  @Test
  void aCaseOnAnOperatorReachesPlatformsThatAreEnteredLater() {
    Journal journal = living();
    journal.append(card(4, platform("video", "late", "video.test")));
    journal.append(block("v", 5, "video", "chat"));
    assertEquals("[.chat.test, video.test, .chat.test]", held(journal, hours(5), hours(5)));
    Subject operator = new Subject.OfOperator("late");
    assertEquals(2, journal.latest().catalogue().reach(operator).size());
    assertEquals(1, journal.at(hours(3)).catalogue().reach(operator).size());
  }

  @ParameterizedTest
  @CsvSource({
    "4,www.chat.test,d",
    "4,talk.test,''",
    "5,www.chat.test,''",
    "5,talk.test,d",
    "2,www.chat.test,''"
  })
  void aLookUpHonoursCorrectedCards(int hour, String name, String decisions) {
    Journal journal = living();
    journal.append(card(5, platform("chat", "late", "talk.test")));
    Why why = Why.of(journal.at(hours(hour)), hours(hour), DomainName.of(name));
    assertEquals(
        decisions,
        String.join(",", why.holdings().stream().map(one -> one.decision().id()).toList()));
  }

  @Test
  void aCardCorrectsWhatWasGivenAtTheStart() {
    Journal journal = Journal.of(Meta.catalogue(), Meta.cases());
    journal.append(card(0, platform("example", "other", "example.test")));
    Catalogue catalogue = journal.latest().catalogue();
    assertEquals("Platform example", catalogue.platform("example").orElseThrow().name());
    assertEquals(
        List.of("facebook", "instagram", "example"),
        catalogue.platforms().stream().map(Platform::id).toList());
    assertEquals(1, catalogue.reach(new Subject.OfOperator("other")).size());
    assertEquals(2, catalogue.operators().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          chat | nosuch | platform chat: found operator 'nosuch', expected a known operator (late)
          new  | nosuch | platform new: found operator 'nosuch', expected a known operator (late)
          """)
  void aPlatformNeedsAKnownOperator(String id, String operator, String message) {
    Journal journal = living();
    PlatformCard card = card(6, platform(id, operator, "x.test"));
    assertEquals(message, refusal(journal, card));
  }

  @Test
  void aPlatformKeepsItsOperator() {
    Journal journal = living();
    journal.append(new OperatorCard(new Operator("b", "B"), hours(6)));
    assertEquals(
        "platform chat: found operator 'b', expected operator 'late', which this platform belongs"
            + " to; a platform of another operator is entered under an id of its own",
        refusal(journal, card(6, platform("chat", "b", "x.test"))));
  }

  @Test
  void manyIdsAreNotAllNamed() {
    Journal journal = living();
    for (int i = 0; i < 50; i++) {
      journal.append(new OperatorCard(new Operator("o" + i, "O"), hours(6)));
    }
    String message = refusal(journal, card(6, platform("p", "nosuch")));
    assertEquals(true, message.endsWith("o38 and 11 more)"), message);
  }

  private static String refusal(Journal journal, Entry entry) {
    int before = journal.entries().size();
    String message =
        String.valueOf(
            assertThrows(RegistryException.class, () -> journal.append(entry)).getMessage());
    assertEquals(before, journal.entries().size());
    return message;
  }
}

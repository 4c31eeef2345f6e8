package nadzor.registry;

import static nadzor.registry.Meta.moscow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking up a domain, an address, a URL; and what stays held when one decision is lifted. */
class PublicRegisterTest {
  private static final Instant DAY = moscow("2022-05-01T00:00");

  private static Instant hour(int hour) {
    return DAY.plusSeconds(3600L * hour);
  }

  private static Decision decision(String id, Order order, int from, Optional<Instant> until) {
    return Meta.decision(
        id,
        order,
        new Timetable(hour(1), hour(1), hour(1), hour(from), until, Optional.empty()),
        Optional.empty());
  }

  /** Two decisions on one platform, its resources of every kind of matcher. */
  private static Journal journal() {
    Journal journal = Journal.of(Meta.catalogue(), Meta.cases());
    List<Resource> resources =
        List.of(
            resource(".photo.test", Role.FRONT),
            resource("*cdn-photo*", Role.CDN),
            resource("192.0.2.0/24", Role.API),
            resource("2001:db8:7::/48", Role.API),
            resource("http://pages.test/photo*", Role.FRONT),
            resource("http://pages.test:8080/one", Role.FRONT));
    journal.append(new PlatformCard(new Platform("photo", "Photo", "meta", resources), hour(0)));
    journal.append(new CaseFile("photo", new Subject.OfPlatform("photo"), "Roskomnadzor", hour(0)));
    journal.append(decision("a", Meta.block("photo"), 2, Optional.empty()));
    Order cdn = new Order(Meta.throttle().measure(), Meta.throttle().scope(), List.of("photo"));
    journal.append(decision("b", cdn, 3, Optional.of(hour(9))));
    return journal;
  }

  private static Resource resource(String matcher, Role role) {
    return new Resource(Matcher.of(matcher), role);
  }

  @ParameterizedTest
  @CsvSource({
    "photo.test,a",
    "WWW.Photo.Test.,a",
    "https://www.photo.test/any?x=1,a",
    "xphoto.test,''",
    "img.cdn-photo.example.org,a b",
    "192.0.2.200,a",
    "http://192.0.2.7:8080/x,a",
    "192.0.3.1,''",
    "2001:db8:7::1,a",
    "https://[2001:db8:7::1]/,a",
    "2001:db8:8::1,''",
    "http://pages.test/photos/1,a",
    "http://pages.test/about,''",
    "https://pages.test/photos/1,''",
    "http://pages.test:8080/one,a",
    "http://pages.test:8080/one/two,''",
    "pages.test,''"
  })
  void tellsWhatHoldsIt(String asked, String decisions) {
    PublicRegister found = PublicRegister.of(journal().latest(), hour(4), asked);
    assertEquals(
        decisions,
        String.join(" ", found.entries().stream().map(RegisterEntry::decisionId).toList()));
    assertEquals(!decisions.isEmpty(), found.isListed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "http://", "192.0.2.7/24", "http://[::1", "ftp:///x"})
  void refusesWhatCannotBeLookedUp(String asked) {
    Registry registry = journal().latest();
    RegistryException refused =
        assertThrows(RegistryException.class, () -> PublicRegister.of(registry, hour(4), asked));
    assertTrue(refused.expected().startsWith("a domain, as example.org"), refused.getMessage());
  }

  /** When each of the two is lifted, and which hold the CDN and the front then. */
  @ParameterizedTest
  @CsvSource({
    "-,-,1,'',''",
    "-,-,2,a,a",
    "-,-,3,a b,a",
    "4,-,5,b,''",
    "-,4,5,a,a",
    "4,5,5,'',''",
    "-,-,9,a,a",
    "4,-,9,'',''"
  })
  void liftingOneDoesNotFreeWhatAnotherHolds(
      String liftA, String liftB, int at, String cdn, String front) {
    Journal journal = journal();
    lift(journal, "a", liftA);
    lift(journal, "b", liftB);
    assertEquals(cdn, held(journal, at, "x.cdn-photo.test"));
    assertEquals(front, held(journal, at, "www.photo.test"));
  }

  private static void lift(Journal journal, String id, String hour) {
    if (!hour.equals("-")) {
      journal.append(new Lifting(id, "A", "met", hour(Integer.parseInt(hour))));
    }
  }

  private static String held(Journal journal, int hour, String name) {
    List<String> looked =
        PublicRegister.of(journal.latest(), hour(hour), name).entries().stream()
            .map(RegisterEntry::decisionId)
            .toList();
    List<String> inRegister =
        Register.at(journal.latest(), hour(hour)).entries().stream()
            .filter(entry -> entry.resources().stream().anyMatch(Asked.of(name)::isOf))
            .map(RegisterEntry::decisionId)
            .toList();
    assertEquals(inRegister, looked, "the look-up agrees with the register");
    return String.join(" ", looked);
  }

  @Test
  void theAnswerInWords() {
    PublicRegister held =
        PublicRegister.of(journal().latest(), hour(4), "http://pages.test/photos/1");
    assertEquals(
        """
        Simulation: laboratory statement of nadzor, not a publication of any authority.

        http://pages.test/photos/1: in the register
        Full restriction, access is blocked.
        Legal basis: 149-FZ of 27 July 2006, article 15.3.
        Authority: The Prosecutor General's Office.
        Decision of 1 May 2022, No. 1/2022; in the register since 1 May 2022, 02:00 Moscow time (30 April 2022, 23:00 UTC).
        Entry 5000: http://pages.test/photo*.
        """,
        held.text(Language.ENGLISH));
    PublicRegister free = PublicRegister.of(journal().latest(), hour(4), "example.org");
    assertEquals(
        """
        Симуляция: заявление лаборатории nadzor, а не публикация какого-либо органа.

        example.org: нет в реестре
        Ни одно действующее решение не ограничивает доступ. Состояние на 1 мая 2022, 04:00 по московскому времени (1 мая 2022, 01:00 UTC).
        """,
        free.text(Language.RUSSIAN));
  }

  @Test
  void theStatementNamesWithWhomItWasAgreed() {
    Journal journal = Meta.story().journal();
    RegisterEntry entry =
        PublicRegister.of(journal.latest(), Meta.BLOCKED, "www.facebook.com").entries().get(0);
    assertTrue(
        entry.notice().contains("in agreement with the Ministry of Foreign Affairs"),
        entry.notice());
  }
}

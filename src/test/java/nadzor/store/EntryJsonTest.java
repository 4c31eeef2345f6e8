package nadzor.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nadzor.blocklist.AddressMatcher;
import nadzor.blocklist.NameMatcher;
import nadzor.blocklist.PortRange;
import nadzor.flow.AddressRange;
import nadzor.flow.DomainName;
import nadzor.registry.Entry;
import nadzor.registry.EntryKind;
import nadzor.registry.Lifting;
import nadzor.registry.Platform;
import nadzor.registry.PlatformCard;
import nadzor.registry.Recorded;
import nadzor.registry.Resource;
import nadzor.registry.Role;
import nadzor.registry.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EntryJsonTest {
  private static final String LIFTING =
      "{\"number\":7,\"at\":\"2022-03-04T16:00:00Z\",\"by\":\"a \\\"teacher\\\"\",\"kind\":\"lifting\","
          + "\"entry\":{\"decision\":\"fb-1\",\"by\":\"A/B\",\"why\":\"\u2028😀\",\"liftedAt\":\"2022-03-04T15:59:59.001Z\"}}";

  private final EntryJson json = new EntryJson();

  static List<Entry> everyKind() {
    return Samples.everyKind();
  }

  @Test
  void theSamplesHaveEveryKind() {
    Set<EntryKind> kinds = everyKind().stream().map(Entry::kind).collect(Collectors.toSet());
    assertEquals(EnumSet.allOf(EntryKind.class), kinds);
    assertEquals(kinds, EntryForms.FORMS.keySet());
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void isReadBackAsItWas(Entry entry) {
    Recorded<?> recorded = new Recorded<>(Long.MAX_VALUE, Instant.MAX, Samples.AWKWARD, entry);
    byte[] line = json.write(recorded);
    assertEquals(recorded, json.read(line));
    assertArrayEquals(line, json.write(json.read(line)));
    assertFalse(new String(line, UTF_8).contains("\n"), "one line");
    assertEquals(entry, json.readEntry(entry.kind(), json.writeEntry(entry)));
  }

  @Test
  void isOneLineWithItsKeysInOrder() {
    Lifting lifting =
        new Lifting("fb-1", "A/B", "\u2028😀", Instant.parse("2022-03-04T15:59:59.001Z"));
    Recorded<?> recorded = new Recorded<>(7, Samples.DAY, "a \"teacher\"", lifting);
    assertEquals(LIFTING, new String(json.write(recorded), UTF_8));
  }

  @Test
  void anEntryTakesItsKeysInAnyOrder() {
    String turned =
        "{\"liftedAt\":\"2022-03-04T16:00:00Z\", \"why\":\"w\", \"by\":\"b\", \"decision\":\"d\"}";
    assertEquals(
        new Lifting("d", "b", "w", Samples.DAY),
        json.readEntry(EntryKind.LIFTING, turned.getBytes(UTF_8)));
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        bad("", "", "found the end, expected an object"),
        bad(LIFTING, "[]", "found an array, expected an object"),
        bad("}}", "}", "/entry: found no JSON"),
        bad("}}", "}}x", "found no JSON"),
        bad("}}", "}}{}", "found an object after it, expected one record alone"),
        bad("}}", "},\"more\":1}", "/more: found the key 'more', expected nothing after the entry"),
        bad("\"number\":7,", "", "/at: found the key 'at', expected the key 'number'"),
        bad(":7,", ":\"7\",", "/number: found '7', expected a whole number"),
        bad(":7,", ":7.5,", "/number: found 7.5, expected a whole number"),
        bad(":7,", ":99999999999999999999,", "/number: found 99999999999999999999, expected a"),
        bad(
            "\"kind\":\"lifting\"",
            "\"kind\":\"lift\"",
            "/kind: found 'lift', expected one of oper"),
        bad(
            "\"why\":",
            "\"wherefore\":",
            "/entry/wherefore: found an unknown key, expected one of"),
        bad("\"why\":", "\"by\":", "/entry/by: found this key a second time, expected each key"),
        bad(
            ",\"why\":\"\u2028😀\"",
            "",
            "/entry: found no key 'why', expected the keys decision, by, why"),
        bad("\"A/B\"", "null", "/entry/by: found null, expected a string"),
        bad("\"A/B\"", "{}", "/entry/by: found an object, expected a string"),
        bad("\"A/B\"", "\"\\ud83d\"", "/entry/by: found half a surrogate pair (U+D83D) at char"),
        bad("\"A/B\"", "\"x\\udc00\"", "/entry/by: found half a surrogate pair (U+DC00) at char"),
        bad("\"A/B\"", "\"a\tb\"", "/entry/by: found no JSON"),
        bad("T16:00:00Z", "T24:00:00Z", "/at: found '2022-03-04T24:00:00Z', expected an instant"),
        bad("03-04T16", "02-30T16", "/at: found '2022-02-30T16:00:00Z', expected an instant"),
        bad("T16:00:00Z", "T16:00:60Z", "/at: found '2022-03-04T16:00:60Z', expected an instant"),
        bad("T16:00:00Z", "T1x:00:00Z", "/at: found '2022-03-04T1x:00:00Z', expected an instant"));
  }

  private static Arguments bad(String part, String instead, String message) {
    return Arguments.of(part.isEmpty() ? instead : LIFTING.replace(part, instead), message);
  }

  @ParameterizedTest
  @MethodSource("bad")
  void saysWhereAndWhatWasFound(String text, String message) {
    BadRecord bad = assertThrows(BadRecord.class, () -> json.read(text.getBytes(UTF_8)));
    String said = String.valueOf(bad.getMessage());
    assertEquals(message, said.substring(0, Math.min(said.length(), message.length())), said);
  }

  @Test
  void anEntryThatTheRegistryRefusesIsRefused() {
    byte[] mark =
        new String(json.writeEntry(Samples.decision("d", true)), UTF_8)
            .replace("\"entryType\":8", "\"entryType\":9")
            .getBytes(UTF_8);
    BadRecord bad = assertThrows(BadRecord.class, () -> json.readEntry(EntryKind.DECISION, mark));
    assertEquals("/mark/entryType: found 9, expected 1 to 8", bad.getMessage());
    byte[] scope =
        new String(json.writeEntry(Samples.decision("d", true)), UTF_8)
            .replace("[\"front\",\"api\"]", "[]")
            .getBytes(UTF_8);
    BadRecord none = assertThrows(BadRecord.class, () -> json.readEntry(EntryKind.DECISION, scope));
    assertEquals("no role in its scope", none.found());
  }

  static Stream<Arguments> unwritable() {
    return Stream.of(
        Arguments.of(
            Samples.violation("v", Samples.DAY, "half \ud83d of it"),
            "/entry/description: found half a surrogate pair (U+D83D) at character 5, expected text"
                + " that UTF-8 can hold"),
        Arguments.of(
            card(new NameMatcher(DomainName.of("192.0.2.1"), NameMatcher.Scope.EXACT)),
            "/entry/platform/resources/0/match: found '192.0.2.1', expected names, text in names,"
                + " addresses or a URL that reads back"));
  }

  private static PlatformCard card(nadzor.blocklist.Matcher matcher) {
    return new PlatformCard(
        new Platform("p", "P", "o", List.of(new Resource(matcher, Role.FRONT))), Samples.DAY);
  }

  @ParameterizedTest
  @MethodSource("unwritable")
  void whatWouldNotBeReadBackIsNotWritten(Entry entry, String message) {
    Recorded<?> recorded = new Recorded<>(1, Samples.DAY, "by", entry);
    BadRecord bad = assertThrows(BadRecord.class, () -> json.write(recorded));
    assertEquals(message, bad.getMessage());
    Recorded<?> fine = new Recorded<>(1, Samples.DAY, "by", Samples.opening());
    assertEquals(fine, json.read(json.write(fine)), "the next one is written as ever");
  }

  @Test
  void addressesOfEveryPortReadBack() {
    PlatformCard card =
        card(new AddressMatcher(Optional.of(AddressRange.of("192.0.2.0/24")), PortRange.ALL));
    assertEquals(card, json.readEntry(EntryKind.PLATFORM, json.writeEntry(card)));
  }

  @Test
  void equalWordsAreOneString() {
    byte[] line = json.write(new Recorded<>(1, Samples.DAY, "by", Samples.violation(1)));
    Violation first = (Violation) json.read(line).entry();
    Violation second = (Violation) json.read(line).entry();
    assertSame(first.legalBasis(), second.legalBasis());
    assertSame(first.at(), second.at());
  }
}

package nadzor.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Rule;
import nadzor.registry.BlockType;
import nadzor.registry.CaseFile;
import nadzor.registry.Decision;
import nadzor.registry.Entry;
import nadzor.registry.EntryNumbers;
import nadzor.registry.Grounds;
import nadzor.registry.Lifting;
import nadzor.registry.Operator;
import nadzor.registry.OperatorCard;
import nadzor.registry.Order;
import nadzor.registry.OrderedEntries;
import nadzor.registry.Platform;
import nadzor.registry.PlatformCard;
import nadzor.registry.Recorded;
import nadzor.registry.RegisterMark;
import nadzor.registry.Registry;
import nadzor.registry.Resource;
import nadzor.registry.Role;
import nadzor.registry.Subject;
import nadzor.registry.Timetable;
import nadzor.registry.Violation;
import nadzor.store.JournalStore;
import nadzor.store.KeptJournal;
import nadzor.story.Scenario;
import nadzor.story.ScenarioReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An office that starts from images is the office that read every record. */
@Timeout(300)
class StartImageTest {
  private static final Instant START = Instant.parse("2022-05-01T00:00:00Z");
  private static final int DECISIONS = 5_500;
  private static final int VIOLATIONS = 16_000;

  private final Scenario story =
      new ScenarioReader().read(Path.of("config/scenarios/meta-2022.yaml"));
  @TempDir private Path directory;

  private static List<Entry> entries() {
    List<Entry> all = new ArrayList<>();
    all.add(new OperatorCard(new Operator("o", "O"), START));
    all.add(new CaseFile("c", new Subject.OfOperator("o"), "A", START));
    for (int i = 0; i < DECISIONS; i++) {
      Resource site = new Resource(Matcher.of("w" + i + ".test"), Role.FRONT);
      all.add(new PlatformCard(new Platform("p-" + i, "P " + i, "o", List.of(site)), START));
      all.add(decision(i));
    }
    for (int i = 0; i < VIOLATIONS; i++) {
      all.add(new Violation("v-" + i, "p-" + i % 90, START, "kind", "law", "text", "s", false));
    }
    return all;
  }

  private static Decision decision(int i) {
    return new Decision(
        "d-" + i,
        "c",
        "A",
        Optional.empty(),
        new Grounds("law", "law", Optional.of("1"), Optional.empty(), Optional.empty()),
        new Order(Measure.BLOCK, Set.of(Role.values()), List.of("p-" + i)),
        new Timetable(START, START, START, START, Optional.empty(), Optional.empty()),
        new RegisterMark(3, BlockType.DOMAIN, Optional.empty()),
        Optional.empty(),
        Optional.empty());
  }

  @BeforeEach
  void writeALongJournal() {
    List<Recorded<?>> records = new ArrayList<>();
    for (Entry entry : entries()) {
      records.add(new Recorded<>(records.size() + 1L, START, "a test", entry));
    }
    try (JournalStore store = JournalStore.open(journal())) {
      store.appendRecords(store.head(), records.iterator());
    }
  }

  private String journal() {
    return directory.resolve("journal.db").toString();
  }

  private Path image() {
    return directory.resolve("journal.image");
  }

  private Path version() {
    return directory.resolve("version.image");
  }

  private Office open() throws IOException {
    return Office.open(OfficeSpec.of(story, directory, START.plusSeconds(60)).paused());
  }

  private static Map<String, Set<Rule>> rules(Office office) {
    Map<String, Set<Rule>> all = new TreeMap<>();
    office
        .standings()
        .forEach((name, one) -> all.put(name, new HashSet<>(one.version().list().rules())));
    return all;
  }

  private static void lift(Office office, String id, Instant at) {
    Written written =
        office.write("a test", false, moment -> List.of(new Lifting(id, "A", "no", at)));
    assertEquals(1, written.recorded().size());
  }

  private static void prepared(Office office) throws InterruptedException {
    office.preparation().orElseThrow().await();
  }

  @Test
  void aStartFromImagesIsAStart() throws IOException, InterruptedException {
    Map<String, Set<Rule>> rules;
    try (Office office = open()) {
      prepared(office);
      assertTrue(Files.exists(image()), "kept as soon as there is time");
      lift(office, "d-17", START.plusSeconds(60));
      rules = rules(office);
    }
    try (Office office = open()) {
      assertEquals(rules, rules(office));
      prepared(office);
      assertTrue(office.archive().health().writable());
      lift(office, "d-18", START.plusSeconds(60));
      rules = rules(office);
    }
    Files.delete(image());
    try (Office office = open()) {
      assertEquals(rules, rules(office), "whatever it was made from");
    }
  }

  /** That it is the kept version from which the others are made: it lacks a rule here. */
  @Test
  void versionsAreMadeFromTheKeptOne() throws IOException {
    Set<Rule> canaries = new HashSet<>();
    try (Office office = open()) {
      office
          .standings()
          .forEach((name, one) -> canaries.add(one.version().rules().findFirst().orElseThrow()));
    }
    KeptJournal kept = KeptJournal.open(journal(), story.catalogue(), image());
    kept.close();
    assertEquals(DECISIONS + DECISIONS + VIOLATIONS + 2, kept.taken().number());
    Registry known = kept.latest();
    OrderedEntries entries =
        new OrderedEntries(known, EntryNumbers.at(known, START.plusSeconds(60)));
    int found = 0;
    for (Rule canary : canaries) {
      KeptVersion file = new KeptVersion(version(), canary);
      Optional<VersionCard> one = file.read(kept.taken(), kept.journal());
      if (one.isPresent()) {
        found++;
        Rule first = one.get().rules().skip(1).findFirst().orElseThrow();
        Blocklist without = one.get().list().next(1, List.of(), List.of(first));
        file.write(kept.taken(), without, entries);
      }
    }
    assertEquals(1, found);
    try (Office office = open()) {
      assertTrue(
          rules(office).values().stream().anyMatch(rules -> rules.size() == DECISIONS), "without");
    }
    Files.write(version(), new byte[] {1, 2, 3});
    try (Office office = open()) {
      assertEquals(Set.of(DECISIONS + 1), sizes(office), "a damaged one is not used");
    }
  }

  private static Set<Integer> sizes(Office office) {
    return rules(office).values().stream()
        .map(Set::size)
        .filter(size -> size > 1)
        .collect(Collectors.toSet());
  }

  @Test
  void whatWasChangedMeanwhileIsFound() throws Exception {
    open().close();
    try (Connection to = DriverManager.getConnection("jdbc:sqlite:" + journal())) {
      try (Statement change = to.createStatement()) {
        change.execute("DROP TRIGGER journal_unchanged");
        assertEquals(
            1,
            change.executeUpdate(
                "UPDATE journal SET line = replace(line, '\"d-7\"', '\"d-6\"') WHERE number = 18"));
      }
    }
    try (Office office = open()) {
      prepared(office);
      assertFalse(office.archive().health().writable());
      assertFalse(Files.exists(image()), "the next start reads all");
      assertEquals(Set.of(DECISIONS + 1), sizes(office), "what is in force stays");
      assertThrows(Refusal.class, () -> lift(office, "d-17", START.plusSeconds(60)));
      assertEquals(Set.of(DECISIONS + 1), sizes(office));
    }
    assertThrows(Refusal.class, this::open);
  }
}

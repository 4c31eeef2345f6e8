package nadzor.registry;

import static nadzor.registry.Meta.moscow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Matcher;
import org.junit.jupiter.api.Test;

/** A fork is the journal as it was, and goes on by itself. */
class ForkTest {
  private static final Instant LATER = moscow("2022-04-03T12:00");

  /** Records of every kind. */
  static List<Recorded<?>> story() {
    List<Entry> all = new ArrayList<>();
    Meta.story().journal().entries().forEach(recorded -> all.add(recorded.entry()));
    all.add(new OperatorCard(new Operator("new", "New"), LATER));
    all.add(card("site", "*.new.test"));
    all.add(card("site", "new.example.org"));
    all.add(new CaseFile("late", new Subject.OfPlatform("site"), "A", LATER));
    all.add(new Demand("ask", "late", "A", "explain", LATER, Optional.empty()));
    all.add(new Answer("ask", DemandState.IGNORED, LATER, "nothing"));
    all.add(new Retraction("fb-24", LATER, "recorded twice"));
    all.add(new Lifting("fb-full", "the court", "settled", LATER));
    all.add(new CaseClosing("late", LATER, "done"));
    Journal journal = new Journal(Meta.catalogue());
    all.forEach(entry -> journal.append(entry.happenedAt(), "a test", entry));
    return journal.entries();
  }

  private static PlatformCard card(String id, String match) {
    Resource front = new Resource(Matcher.of(match), Role.FRONT);
    return new PlatformCard(new Platform(id, "Site", "new", List.of(front)), LATER);
  }

  /** All that a registry tells of what is recorded. */
  static List<Object> told(Registry registry) {
    List<Object> told =
        new ArrayList<>(List.of(registry.counts(), registry.entries(), registry.cases()));
    told.add(registry.catalogue().platforms());
    told.add(registry.catalogue().operators());
    told.add(registry.proposals(Instant.MAX));
    for (Platform platform : registry.catalogue().platforms()) {
      told.add(registry.violations(platform.id(), Instant.MAX));
      told.add(registry.decisionsOn(platform.id()));
      told.add(registry.casesOn(platform));
    }
    for (CaseFile file : registry.cases()) {
      told.add(registry.demandsIn(file.id()));
      told.add(registry.decisionsIn(file.id()));
      told.add(registry.closing(file.id()));
    }
    for (Decision decision : registry.decisions()) {
      told.add(registry.moves(decision.id()));
    }
    registry.demands().forEach(demand -> told.add(registry.answers(demand.id())));
    for (String name : List.of("www.facebook.com", "a.new.test", "new.example.org")) {
      told.add(Register.holding(registry, Meta.BLOCKED, Asked.of(name)));
      told.add(having(registry, Asked.of(name)));
    }
    return told;
  }

  /** The platforms that the index leads to, and that have it. */
  private static List<String> having(Registry registry, Asked asked) {
    return registry.books().resources.candidates(asked).stream()
        .flatMap(id -> registry.catalogue().platform(id).stream())
        .filter(platform -> platform.resources().stream().anyMatch(asked::isOf))
        .map(Platform::id)
        .sorted()
        .toList();
  }

  static Journal upTo(List<Recorded<?>> all, int count) {
    Journal journal = new Journal(Meta.catalogue());
    all.subList(0, count).forEach(journal::restore);
    return journal;
  }

  private static void append(Journal journal, List<Recorded<?>> records) {
    records.forEach(one -> assertEquals(one, journal.append(one.at(), one.by(), one.entry())));
  }

  @Test
  void goesOnLikeTheJournalFromAnyPlace() {
    List<Recorded<?>> all = story();
    List<Object> whole = told(upTo(all, all.size()).latest());
    for (int at = 0; at <= all.size(); at++) {
      Journal journal = upTo(all, at);
      List<Object> before = told(journal.latest());
      Journal fork = journal.fork();
      append(fork, all.subList(at, all.size()));
      assertEquals(whole, told(fork.latest()), "forked after " + at);
      assertEquals(before, told(journal.latest()), "and not seen where it was forked: " + at);
    }
  }

  @Test
  void anEarlierInstantIsTheSameInAFork() {
    List<Recorded<?>> all = story();
    Journal whole = upTo(all, all.size());
    Journal fork = upTo(all, all.size() / 2).fork();
    append(fork, all.subList(all.size() / 2, all.size()));
    for (Recorded<?> one : all) {
      assertEquals(told(whole.at(one.at())), told(fork.at(one.at())), () -> "at " + one.at());
    }
  }

  @Test
  void whatTheJournalRecordsAfterwardsIsNotSeenInAFork() {
    List<Recorded<?>> all = story();
    Journal journal = upTo(all, 10);
    Journal fork = journal.fork();
    List<Object> before = told(fork.latest());
    append(journal, all.subList(10, all.size()));
    assertEquals(before, told(fork.latest()));
    append(fork, all.subList(10, all.size()));
    assertEquals(told(journal.latest()), told(fork.latest()));
  }

  @Test
  void aForkRefusesWhatTheJournalWould() {
    List<Recorded<?>> all = story();
    Journal fork = upTo(all, all.size()).fork();
    Entry again = all.get(all.size() - 1).entry();
    assertThrows(RegistryException.class, () -> fork.append(LATER, "a test", again));
    Journal second = fork.fork();
    second.append(LATER, "a test", card("site", "third.test"));
    assertTrue(second.latest().limit() > fork.latest().limit());
    assertEquals(fork.latest().limit(), all.size());
  }
}

package nadzor.registry;

import static nadzor.registry.Meta.moscow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists by kind, id, case and words hold what going through all records finds. */
class PlacesTest {
  private static final Instant LATER = moscow("2022-04-03T12:00");
  private static final Journal STORY = story();

  private static Journal story() {
    List<Entry> all = new ArrayList<>();
    Meta.story().journal().entries().forEach(recorded -> all.add(recorded.entry()));
    Proposal proposal = Meta.proposal("p-1", Meta.block("facebook"), Optional.empty());
    all.add(new OperatorCard(new Operator("meta", "Meta Platforms"), LATER));
    all.add(new PlatformCard(Meta.catalogue().platform("example").orElseThrow(), LATER));
    all.add(new Proposed(proposal, new Because("r", List.of(), List.of(), List.of()), LATER));
    all.add(new Dismissal("p-1", "A", "no", LATER));
    all.add(new Answer("demand-0224", DemandState.IGNORED, LATER, "nothing"));
    all.add(new Retraction("fb-24", LATER, "recorded twice"));
    all.add(new Lifting("fb-full", "the court", "Спор окончен", LATER));
    all.add(new CaseClosing("meta", LATER, "done"));
    Journal journal = new Journal(Meta.catalogue());
    all.forEach(entry -> journal.append(entry.happenedAt(), "Ольга", entry));
    return journal;
  }

  private static List<Registry> known() {
    return List.of(STORY.latest(), STORY.at(moscow("2022-03-04T19:00")), STORY.at(Instant.MIN));
  }

  @ParameterizedTest
  @EnumSource(EntryKind.class)
  void ofAKind(EntryKind kind) {
    for (Registry registry : known()) {
      List<Recorded<?>> wanted =
          registry.entries().stream()
              .<Recorded<?>>map(one -> one)
              .filter(one -> one.entry().kind() == kind)
              .toList();
      assertEquals(wanted, registry.records(kind));
    }
    assertTrue(!STORY.latest().records(kind).isEmpty(), "the story has each");
  }

  @Test
  void aboutAnId() {
    Set<String> ids =
        STORY.entries().stream().map(one -> one.entry().about()).collect(Collectors.toSet());
    for (Registry registry : known()) {
      for (String id : ids) {
        List<Recorded<?>> wanted = new ArrayList<>();
        registry.entries().stream()
            .filter(one -> one.entry().about().equals(id))
            .forEach(wanted::add);
        assertEquals(wanted, registry.recordsAbout(id), id);
        for (Recorded<?> one : wanted) {
          EntryKind kind = one.entry().kind();
          Optional<Recorded<?>> last =
              wanted.stream()
                  .<Recorded<?>>map(some -> some)
                  .filter(some -> some.entry().kind() == kind)
                  .max(Comparator.comparingLong(Recorded::number));
          assertEquals(last, registry.record(kind, id));
        }
      }
    }
    assertEquals(Optional.empty(), STORY.latest().record(EntryKind.CASE, "nosuch"));
    assertEquals(List.of(), STORY.latest().recordsAbout("nosuch"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fb", "meta"})
  void ofACase(String caseId) {
    for (Registry registry : known()) {
      for (CaseFile file : registry.caseFile(caseId).stream().toList()) {
        Set<String> platforms = Set.copyOf(registry.idsReached(file.subject()));
        List<Recorded<?>> wanted = new ArrayList<>();
        for (Recorded<?> one : registry.entries()) {
          Set<Facet> facets = Facets.of(registry.books(), one.entry());
          boolean breach =
              (one.entry() instanceof Violation || one.entry() instanceof Retraction)
                  && facets.stream().anyMatch(facet -> platforms.contains(facet.value()));
          if (breach || facets.contains(new Facet(Facet.Kind.CASE, caseId))) {
            wanted.add(one);
          }
        }
        assertEquals(wanted, registry.recordsOn(file));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"facebook", "FB 24", "Ольга violation", "спор", "272", "nosuch", "fb-full", ""})
  void havingWords(String text) {
    Registry registry = STORY.latest();
    for (Set<EntryKind> kinds :
        List.of(EnumSet.allOf(EntryKind.class), EnumSet.of(EntryKind.VIOLATION))) {
      List<Recorded<?>> wanted = new ArrayList<>();
      for (Recorded<?> one : registry.entries()) {
        if (kinds.contains(one.entry().kind())
            && new Words(one.by(), one.entry()).have(Words.of(text))) {
          wanted.add(one);
        }
      }
      assertEquals(wanted, new Lookup(registry).having(text, kinds));
      Query query = Query.ALL.of(kinds.size() == 1 ? kinds : Set.of(), text);
      Page page = new Lookup(registry).find(query, Instant.MAX, OptionalLong.empty(), 1000);
      assertEquals(wanted, page.records());
    }
  }

  @Test
  void aWordIsWhole() {
    Recorded<?> one = STORY.latest().record(EntryKind.LIFTING, "fb-full").orElseThrow();
    Words words = new Words(one.by(), one.entry());
    for (String in : List.of("fb", "full", "lifting", "ольга", "court", "спор", "окончен")) {
      assertTrue(words.have(Set.of(in)), in);
    }
    for (String out : List.of("ful", "lift", "кончен", "cour", "fb-full", "nosuch")) {
      assertTrue(!words.have(Set.of(out)), out);
    }
    assertTrue(!words.have(Set.of("fb", "nosuch")));
  }

  @Test
  void countsOfViolations() {
    Registry registry = STORY.latest();
    assertEquals(1, registry.retractions());
    assertEquals(registry.counts().violations(), registry.violations().size());
    assertEquals(
        registry.violations().stream().filter(one -> one.platformId().equals("facebook")).toList(),
        registry.violationsBy("facebook"));
    assertEquals(
        registry.proposals(Instant.MAX), registry.proposalsIn("fb", Instant.MAX), "all are in it");
  }
}

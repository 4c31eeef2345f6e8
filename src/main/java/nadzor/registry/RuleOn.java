package nadzor.registry;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A policy rule on one subject. Immutable. */
record RuleOn(PolicyRule rule, Subject subject) {
  private static final int MOST = 100_000;

  /**
   * The proposal with all of its templates filled in; empty where it asks for an open case and
   * there is none.
   */
  Optional<Proposal> proposal(Registry registry, Instant at) {
    Optional<String> caseId = openCase(registry, at);
    if (rule.proposal().caseId().contains("{case}") && caseId.isEmpty()) {
      return Optional.empty();
    }
    Proposal filled =
        rule.proposal().filled(text -> fill(registry, text).replace("{case}", caseId.orElse("")));
    return Optional.of(filled.filled(text -> numbered(registry, text)));
  }

  private String fill(Registry registry, String text) {
    String operator =
        subject instanceof Subject.OfOperator
            ? subject.id()
            : registry.catalogue().platform(subject.id()).map(Platform::operatorId).orElse("");
    return text.replace("{platform}", subject.id()).replace("{operator}", operator);
  }

  /** The oldest open case that reaches the subject. */
  private Optional<String> openCase(Registry registry, Instant at) {
    return registry.catalogue().reach(subject).stream()
        .flatMap(platform -> registry.casesOn(platform).stream())
        .filter(file -> subject instanceof Subject.OfPlatform || file.subject().equals(subject))
        .map(CaseFile::id)
        .filter(id -> registry.caseState(id, at).filter(CaseState.OPEN::equals).isPresent())
        .findFirst();
  }

  /** The first number whose id nothing has. */
  private static String numbered(Registry registry, String text) {
    if (!text.contains("{n}")) {
      return text;
    }
    for (int n = 1; n <= MOST; n++) {
      String id = text.replace("{n}", String.valueOf(n));
      if (registry.decision(id).isEmpty() && registry.proposal(id).isEmpty()) {
        return id;
      }
    }
    throw new RegistryException("policy rule", MOST + " decisions as " + text, "fewer");
  }

  /** What this rule proposed or decided before, by the platforms that its proposal is on. */
  History history(Registry registry) {
    Books books = registry.books();
    List<String> targets =
        rule.proposal().order().targets().stream().map(text -> fill(registry, text)).toList();
    List<Proposed> proposed =
        targets.stream()
            .flatMap(id -> books.proposalsOn.upTo(id, registry.limit()).stream())
            .map(Recorded::entry)
            .filter(one -> one.because().ruleId().equals(rule.id()))
            .distinct()
            .toList();
    List<Decision> decided =
        targets.stream()
            .flatMap(id -> registry.decisionsOn(id).stream())
            .filter(
                one ->
                    one.because().filter(why -> why.ruleId().equals(rule.id())).isPresent()
                        || registry.proposal(one.id()).filter(this::isMine).isPresent())
            .distinct()
            .toList();
    return new History(registry, proposed, decided);
  }

  private boolean isMine(ProposalFile file) {
    return file.proposed().entry().because().ruleId().equals(rule.id());
  }

  /** What a rule proposed and decided before. */
  record History(Registry registry, List<Proposed> proposed, List<Decision> decided) {
    /** The proposal that waits, or the decision that has not ended, at that instant. */
    Optional<String> standing(Instant at) {
      Stream<String> waiting =
          proposed.stream()
              .map(Proposed::about)
              .filter(
                  id ->
                      registry
                          .proposal(id)
                          .filter(file -> file.state() == ProposalState.PENDING)
                          .isPresent())
              .map(id -> "proposal '" + id + "' waits");
      Stream<String> binding =
          decided.stream()
              .map(Decision::id)
              .filter(
                  id ->
                      registry
                          .decisionState(id, at)
                          .filter(state -> !state.next().isEmpty())
                          .isPresent())
              .map(id -> "decision '" + id + "' stands");
      return Stream.concat(waiting, binding).findFirst();
    }

    /** Whether something is among the grounds that was in none before. */
    boolean isNew(Because because) {
      Set<String> used = new HashSet<>();
      Stream.concat(
              proposed.stream().map(Proposed::because),
              decided.stream().flatMap(one -> one.because().stream()))
          .forEach(why -> used.addAll(why.all()));
      return (proposed.isEmpty() && decided.isEmpty()) || !used.containsAll(because.all());
    }
  }
}

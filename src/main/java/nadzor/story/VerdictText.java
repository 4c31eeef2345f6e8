package nadzor.story;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nadzor.registry.Decision;
import nadzor.registry.MoscowTime;
import nadzor.registry.Violation;
import nadzor.registry.Why;

/** Verdicts in words. */
record VerdictText(Verdicts verdicts) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK).withZone(MoscowTime.ZONE);

  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        verdicts.host() + " at " + MINUTE.format(verdicts.at()) + " Moscow time (simulation)");
    verdicts.verdicts().forEach(verdict -> network(verdict, lines));
    holdings(lines);
    return String.join(System.lineSeparator(), lines);
  }

  private static void network(Verdicts.Verdict verdict, List<String> lines) {
    lines.add("");
    lines.add(
        "network %s (profile %s): %s"
            .formatted(
                verdict.network().name(), verdict.network().profile().name(), word(verdict)));
    for (Verdicts.Seen seen : verdict.seen()) {
      String told =
          seen.foresight()
              .map(hit -> hit.line().action().name() + "  by rule " + hit.rule())
              .orElse("pass");
      lines.add("  %-13s %s".formatted(seen.kind().word(), told));
    }
  }

  private static String word(Verdicts.Verdict verdict) {
    String listed = verdict.isRestricted() ? "restricted" : "not restricted";
    return verdict.hasHabit() ? listed + "; what it does to every name stands beside" : listed;
  }

  /** The decisions that any of the networks applies: one that is early applies some beforehand. */
  private void holdings(List<String> lines) {
    List<Why.Holding> holdings = holdings(verdicts);
    if (holdings.isEmpty()) {
      lines.add("");
      lines.add("no decision that any of these networks applies holds this name");
    }
    holdings.forEach(holding -> describe(holding, lines));
  }

  static List<Why.Holding> holdings(Verdicts verdicts) {
    List<Why.Holding> all = new ArrayList<>();
    for (Verdicts.Verdict verdict : verdicts.verdicts()) {
      verdict.network().holdings(verdicts.registry(), verdicts.at(), verdicts.host()).stream()
          .filter(one -> all.stream().noneMatch(o -> o.decision().equals(one.decision())))
          .forEach(all::add);
    }
    return all;
  }

  private static void describe(Why.Holding holding, List<String> lines) {
    Decision decision = holding.decision();
    Instant from = decision.timetable().inForceFrom();
    lines.add("");
    lines.add("decision " + decision.id() + ": " + decision.order().measure().word());
    lines.add("  authority     " + decision.authority());
    decision.agreedWith().ifPresent(with -> lines.add("  agreed with   " + with));
    lines.add(
        "  legal basis   announced: "
            + decision.grounds().announcedLaw()
            + "; in the register: "
            + decision.grounds().registerLaw());
    lines.add("  in force from " + MINUTE.format(from) + " Moscow time");
    decision.because().ifPresent(why -> lines.add("  policy rule   " + why.ruleId()));
    lines.add("  case          " + holding.caseFile().id());
    lines.add("  violations    " + holding.violations().size());
    holding.violations().forEach(violation -> lines.add("    " + line(violation)));
  }

  private static String line(Violation violation) {
    return violation.id()
        + "  "
        + violation.date()
        + "  "
        + violation.description()
        + (violation.reconstructed() ? "  [reconstructed]" : "");
  }
}

package nadzor.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.lint.Finding;
import nadzor.blocklist.lint.Lint;
import nadzor.blocklist.lint.LintSettings;
import nadzor.blocklist.lint.PopularNames;
import nadzor.blocklist.lint.Severity;
import nadzor.impact.Count;
import nadzor.impact.HitName;
import nadzor.impact.Impact;
import nadzor.impact.ListVersion;
import nadzor.impact.Outcome;
import nadzor.impact.Replay;
import nadzor.impact.ViewImpact;
import nadzor.impact.traffic.ClientGroups;
import nadzor.impact.traffic.Progress;
import nadzor.impact.traffic.TrafficFile;
import nadzor.registry.Register;
import nadzor.registry.RegisterRules;

/** What lint and impact say of a scenario's lists before they ship. */
record Foresight(Scenario scenario) {
  /**
   * What they say of one.
   *
   * @param findings warnings and errors of lint; the world's names are the popular ones
   * @param impact what changes for the requests of the log
   */
  record Told(List<Finding> findings, ViewImpact impact) {
    /** For people. */
    List<String> lines() {
      List<String> lines = new ArrayList<>();
      findings.forEach(
          one ->
              lines.add(
                  "lint: %s %s: %s; fix: %s"
                      .formatted(
                          one.severity().name().toLowerCase(Locale.ROOT),
                          one.rule().matcher(),
                          one.why(),
                          one.fix())));
      Count newly = impact.of(Outcome.NEWLY_RESTRICTED);
      lines.add(
          "impact: %,d of %,d requests newly restricted (%s), %,d newly free (%s)"
              .formatted(
                  newly.requests(),
                  impact.requests(),
                  listed(impact.newlyRestricted()),
                  impact.of(Outcome.NEWLY_FREE).requests(),
                  listed(impact.newlyFree())));
      return lines;
    }

    private static String listed(List<HitName> names) {
      return names.isEmpty()
          ? "no name"
          : names.stream().map(HitName::name).collect(Collectors.joining(", "));
    }

    List<Update.Flaw> flaws() {
      return findings.stream()
          .map(one -> new Update.Flaw(one.check(), one.rule().matcher().toString(), one.hits()))
          .toList();
    }

    Set<String> restricted() {
      return names(impact.newlyRestricted());
    }

    Set<String> free() {
      return names(impact.newlyFree());
    }

    private static Set<String> names(List<HitName> hits) {
      return hits.stream().map(HitName::name).collect(Collectors.toSet());
    }
  }

  /**
   * Asks both of the list of a step, beside that of the step before.
   *
   * @throws UncheckedIOException if the log cannot be read
   */
  Told of(Update update) {
    int place = scenario.steps().stream().map(Step::name).toList().indexOf(update.step());
    Step step = scenario.steps().get(place);
    Blocklist before = list(place, scenario.steps().get(place - 1).at());
    Blocklist after = list(place + 1L, step.at());
    return new Told(lint(after, step.at()), impact(before, after, update));
  }

  private Blocklist list(long number, Instant at) {
    return Blocklist.compile(
        number, RegisterRules.rules(Register.at(scenario.journal().at(at), at)));
  }

  private List<Finding> lint(Blocklist list, Instant at) {
    PopularNames names = PopularNames.of(scenario.sites().stream().map(site -> site.host().text()));
    return Lint.report(list, LintSettings.usual(at).with(names)).findings().stream()
        .filter(one -> one.severity() != Severity.NOTE)
        .toList();
  }

  private static ViewImpact impact(Blocklist before, Blocklist after, Update update) {
    Replay replay =
        Replay.of(new ListVersion("before", before), new ListVersion(update.step(), after));
    List<TrafficFile> log = List.of(TrafficFile.of(update.traffic()));
    try {
      Impact impact =
          replay.run(
              log,
              Replay.engineFor(log),
              nadzor.impact.Resources.usual(),
              ClientGroups.drawn(),
              Progress.NONE);
      return impact.views().get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

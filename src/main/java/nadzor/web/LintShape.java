package nadzor.web;

import java.util.List;
import java.util.Optional;
import nadzor.blocklist.lint.Finding;
import nadzor.blocklist.lint.LintReport;
import nadzor.blocklist.lint.Severity;
import nadzor.flow.EnumWords;
import tools.jackson.databind.node.ObjectNode;

/** What lint finds, as JSON. */
final class LintShape {
  private static final int SOME = 20;

  private LintShape() {}

  /** The worst findings. */
  static ObjectNode of(LintReport report) {
    return of(report, Optional.empty(), Optional.empty(), SOME);
  }

  /** All counted; of the findings those of that severity and check, the worst first. */
  static ObjectNode of(
      LintReport report, Optional<String> severity, Optional<String> check, int limit) {
    ObjectNode node = Json.object();
    ObjectNode counts = node.putObject("counts");
    for (Severity one : Severity.values()) {
      counts.put(EnumWords.of(one), report.counts().getOrDefault(one, 0L));
    }
    ObjectNode byCheck = node.putObject("byCheck");
    report.byCheck().forEach(byCheck::put);
    List<Finding> found =
        report.findings().stream()
            .filter(one -> Texts.isOr(severity, EnumWords.of(one.severity())))
            .filter(one -> Texts.isOr(check, one.check()))
            .limit(limit)
            .toList();
    node.set("findings", Json.all(found, LintShape::finding));
    return node;
  }

  private static ObjectNode finding(Finding finding) {
    return Json.object()
        .put("check", finding.check())
        .put("severity", EnumWords.of(finding.severity()))
        .put("match", finding.rule().matcher().toString())
        .put("measure", finding.rule().measure().word())
        .put("label", finding.rule().reason().label())
        .put("why", finding.why())
        .put("hits", finding.hits())
        .put("fix", finding.fix());
  }
}

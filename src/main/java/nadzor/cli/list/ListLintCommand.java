package nadzor.cli.list;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Measure;
import nadzor.blocklist.lint.Lint;
import nadzor.blocklist.lint.LintReport;
import nadzor.blocklist.lint.Severity;
import nadzor.cli.option.FormatOption;
import nadzor.cli.option.ListsOption;
import nadzor.exchange.Limits;
import nadzor.exchange.Reading;
import nadzor.exchange.Strictness;
import nadzor.flow.EnumWords;
import nadzor.office.lists.ListIntake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a person would regret. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description = {
      "Finds what a person would regret in a list, given as a file or as the number of a version:",
      "whole registries, masks that hit popular names, ranges too wide, entries covered twice, ..."
    },
    footer = {
      "",
      "Exit codes:  0  nothing as bad as --fail-on",
      "             1  findings that are",
      "             2  the list cannot be read",
      "Example:  nadzor list lint extra.txt --profile tspu-2022 --fail-on warning",
      "          nadzor list lint old-dump.xml --register dump.xml --shared hosts.txt"
    })
public final class ListLintCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE|N",
      description = "A file, or the number of a version; a file called 3 is ./3.")
  String what = "";

  @Mixin FormatOption from = new FormatOption();

  @Mixin LintKnowledge knowledge = new LintKnowledge();

  @Option(
      names = "--fail-on",
      paramLabel = "error|warning|note",
      defaultValue = "error",
      description = "What is bad enough for exit code 1 (default: ${DEFAULT-VALUE}).")
  Severity failOn = Severity.ERROR;

  @Option(names = "--json", description = "A JSON object instead of lines.")
  boolean json;

  @Mixin ListsOption lists = new ListsOption();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Instant now = Instant.now();
    RegisterValidity validity = knowledge.validity(now);
    Blocklist list = list(validity);
    LintReport report = Lint.report(list, knowledge.settings(now, validity));
    if (list.size() == 0) {
      spec.commandLine().getErr().println("note: " + what + " holds no rule: nothing to look at");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Shapes.text(json(report)));
    } else {
      report.findings().forEach(one -> out.println(Clean.text(one.toString())));
      Stream.of(Severity.values())
          .forEach(
              s -> out.printf("%,d %ss%n", report.counts().getOrDefault(s, 0L), EnumWords.of(s)));
    }
    out.flush();
    boolean failed = report.worst().filter(worst -> worst.compareTo(failOn) <= 0).isPresent();
    return failed ? Codes.OBJECTED : Codes.OK;
  }

  private Blocklist list(RegisterValidity validity) throws IOException {
    GivenList given = new GivenList(what);
    Optional<Path> file = given.file(lists.folder());
    if (file.isEmpty()) {
      if (knowledge.needsFile()) {
        throw new IllegalArgumentException(
            "--register: found version " + what + ", expected a file, which names its decisions");
      }
      return given.stored(lists.folder());
    }
    Reading how = new Reading(from.format(), Strictness.GO_ON, Limits.USUAL);
    Complaints told = new Complaints(spec.commandLine().getErr(), validity);
    return ListIntake.read(List.of(file.get()), how, Measure.BLOCK, told).list();
  }

  private static ObjectNode json(LintReport report) {
    ObjectNode node = Shapes.object();
    ObjectNode counts = node.putObject("counts");
    for (Severity severity : Severity.values()) {
      counts.put(EnumWords.of(severity), report.counts().getOrDefault(severity, 0L));
    }
    ObjectNode byCheck = node.putObject("byCheck");
    for (Map.Entry<String, Long> one : report.byCheck().entrySet()) {
      byCheck.put(one.getKey(), one.getValue());
    }
    ArrayNode findings = node.putArray("findings");
    report.findings().forEach(one -> findings.add(Shapes.finding(one)));
    return node;
  }
}

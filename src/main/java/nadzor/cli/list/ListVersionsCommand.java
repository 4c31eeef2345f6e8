package nadzor.cli.list;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import nadzor.cli.option.ListsOption;
import nadzor.store.lists.ListHistory;
import nadzor.store.lists.ListVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The versions there are. */
@Command(
    name = "versions",
    mixinStandardHelpOptions = true,
    description = "Lists the versions, the first one first; * marks the one in force.",
    footer = {"", "Example:  nadzor list versions --json"})
public final class ListVersionsCommand implements Callable<Integer> {
  private static final String ROW = "%1s %6s  %-20s  %-12s  %10s  %8s  %8s  %-16s  %s%n";

  @Option(names = "--json", description = "A JSON array instead of a table.")
  boolean json;

  @Mixin ListsOption lists = new ListsOption();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    ListHistory history = lists.folder().history();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ArrayNode array = JsonMapper.shared().createArrayNode();
      history.versions().forEach(one -> array.add(Shapes.version(one, history)));
      out.println(Shapes.text(array));
    } else {
      out.printf(ROW, "", "NUMBER", "AT", "BY", "RULES", "ADDED", "REMOVED", "HASH", "NOTE");
      history.versions().forEach(one -> row(out, one, history));
    }
    out.flush();
    return Codes.OK;
  }

  private static void row(PrintWriter out, ListVersion one, ListHistory history) {
    boolean inForce = history.inForce().filter(n -> n == one.number()).isPresent();
    out.printf(
        ROW,
        inForce ? "*" : "",
        one.number(),
        one.at().truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
        Clean.text(one.by()),
        one.rules(),
        "+" + one.changes().added(),
        "-" + one.changes().removed(),
        one.hash().substring(0, 16),
        Clean.text(one.making().note()));
  }
}

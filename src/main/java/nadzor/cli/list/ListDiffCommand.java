package nadzor.cli.list;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nadzor.blocklist.Reason;
import nadzor.blocklist.RuleChange;
import nadzor.blocklist.VersionDiff;
import nadzor.cli.option.ListsOption;
import nadzor.flow.EnumWords;
import nadzor.store.lists.ListFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What differs between two versions. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what differs from version A to version B: + came, - went, ~ stands for other reasons.",
      "That the line of a list moved is no difference."
    },
    footer = {"", "Example:  nadzor list diff 2 3 --csv"})
public final class ListDiffCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "A", description = "The former version.")
  long from;

  @Parameters(index = "1", paramLabel = "B", description = "The later version.")
  long to;

  @Option(names = "--json", description = "A JSON object instead of lines.")
  boolean json;

  @Option(names = "--csv", description = "CSV (RFC 4180) instead of lines.")
  boolean csv;

  @Option(
      names = "--most",
      paramLabel = "COUNT",
      defaultValue = "100000",
      description =
          "At most so many changes, the first in order; all are counted (${DEFAULT-VALUE}).")
  int most = 100_000;

  @Mixin ListsOption lists = new ListsOption();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    ListFolder folder = lists.folder();
    VersionDiff diff = VersionDiff.between(folder.read(from), folder.read(to), most);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Shapes.text(json(diff)));
    } else if (csv) {
      csv(diff, out);
    } else {
      diff.changes().forEach(one -> out.println(Clean.text(one.toString())));
      out.printf(
          "%,d added, %,d removed, %,d for other reasons; %,d rules before, %,d after%n",
          diff.counts().added(),
          diff.counts().removed(),
          diff.counts().reasons(),
          diff.from().total(),
          diff.to().total());
      renamings(diff, out);
      if (diff.isEmpty()) {
        out.println("both hold the same");
      }
    }
    out.flush();
    return Codes.OK;
  }

  private static void renamings(VersionDiff diff, PrintWriter out) {
    diff.renamings()
        .forEach(
            (names, count) ->
                out.printf(
                    "of these reasons %,d differ by the list's name alone: %s is %s now%n",
                    count, Clean.text(names.from()), Clean.text(names.to())));
  }

  private ObjectNode json(VersionDiff diff) {
    ObjectNode node = Shapes.object();
    node.put("from", from);
    node.put("to", to);
    node.put("before", diff.from().total());
    node.put("after", diff.to().total());
    node.set("counts", Shapes.counts(diff.counts()));
    ArrayNode renamings = node.putArray("renamings");
    diff.renamings()
        .forEach(
            (names, count) ->
                renamings
                    .addObject()
                    .put("from", names.from())
                    .put("to", names.to())
                    .put("changes", count));
    ArrayNode changes = node.putArray("changes");
    diff.changes().forEach(one -> changes.add(Shapes.change(one)));
    return node;
  }

  private static void csv(VersionDiff diff, PrintWriter out) {
    out.print("what,measure,matcher,before,after\r\n");
    for (RuleChange one : diff.changes()) {
      out.print(
          Stream.of(
                      EnumWords.of(one.what()),
                      one.word(),
                      one.matcher().toString(),
                      labels(one.before()),
                      labels(one.after()))
                  .map(ListDiffCommand::cell)
                  .collect(Collectors.joining(","))
              + "\r\n");
    }
  }

  private static String labels(List<Reason> reasons) {
    return reasons.stream().map(Reason::label).collect(Collectors.joining(" "));
  }

  private static String cell(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}

package nadzor.cli.list;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.RuleCounts;
import nadzor.cli.option.ListsOption;
import nadzor.store.lists.ListFolder;
import nadzor.store.lists.ListVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** One version. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows one version: who, when, from what, how many rules; reads and checks it.",
    footer = {"", "Example:  nadzor list show 3"})
public final class ListShowCommand implements Callable<Integer> {
  @Parameters(paramLabel = "N", description = "The version's number.")
  long number;

  @Option(names = "--json", description = "A JSON object instead of words.")
  boolean json;

  @Mixin ListsOption lists = new ListsOption();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    ListFolder folder = lists.folder();
    ListVersion version = folder.version(number);
    Blocklist list = folder.read(number);
    ObjectNode node = Shapes.version(version, folder.history());
    RuleCounts counts = list.counts();
    node.putObject("kinds")
        .put("names", counts.names())
        .put("masks", counts.masks())
        .put("addresses", counts.addresses())
        .put("urls", counts.urls());
    node.put("indexBytes", list.indexBytes());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Shapes.text(node));
    } else {
      node.properties()
          .forEach(
              one -> {
                String value =
                    one.getValue().isString()
                        ? one.getValue().asString()
                        : one.getValue().toString();
                out.printf("%-10s  %s%n", one.getKey(), Clean.text(value));
              });
    }
    out.flush();
    return Codes.OK;
  }
}

package nadzor.cli.list;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import nadzor.cli.live.Connection;
import nadzor.cli.live.LiveLists;
import nadzor.cli.option.AuthorOption;
import nadzor.cli.option.ListsOption;
import nadzor.store.lists.Activation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Goes back to the version before. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = {
      "Puts the version back that was in force before; with --live in the laboratory that "
          + "runs, where it ends a trial first."
    },
    footer = {"", "Example:  nadzor list rollback --live"})
public final class ListRollbackCommand implements Callable<Integer> {
  @Option(names = "--live", description = "At once, in the laboratory that runs.")
  boolean live;

  @Mixin AuthorOption author = new AuthorOption();

  @Mixin ListsOption lists = new ListsOption();

  @Mixin Connection connection = new Connection();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (live) {
      LiveLists.send(
          connection, "/lists/rollback", Shapes.object().put("recordedBy", author.name()));
      return Codes.OK;
    }
    Activation back = lists.folder().rollback(author.name(), Instant.now(), "");
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        back.isOfNothing()
            ? "no version is in force any more"
            : "version " + back.number() + " is in force again");
    out.flush();
    return Codes.OK;
  }
}

package nadzor.cli.list;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import nadzor.cli.live.Connection;
import nadzor.cli.live.LiveLists;
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
      "Puts the version back that was in force before; with --live in the laboratory that runs,",
      "where it ends a trial first."
    },
    footer = {"", "Example:  nadzor list rollback --live"})
public final class ListRollbackCommand implements Callable<Integer> {
  @Option(names = "--live", description = "At once, in the laboratory that runs.")
  boolean live;

  @Option(names = "--by", paramLabel = "NAME", description = "Who does it.")
  String by = System.getProperty("user.name", "somebody");

  @Mixin Place place = new Place();

  @Mixin Connection connection = new Connection();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (live) {
      LiveLists.send(connection, "/lists/rollback", Shapes.object().put("recordedBy", by));
      return Codes.OK;
    }
    Activation back = place.folder().rollback(by, Instant.now(), "");
    PrintWriter out = spec.commandLine().getOut();
    out.println("version " + back.number() + " is in force again");
    out.flush();
    return Codes.OK;
  }
}

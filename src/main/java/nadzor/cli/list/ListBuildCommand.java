package nadzor.cli.list;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Objection;
import nadzor.blocklist.VersionDiff;
import nadzor.blocklist.VersionGuard;
import nadzor.store.lists.ListFolder;
import nadzor.store.lists.ListHistory;
import nadzor.store.lists.ListVersion;
import nadzor.store.lists.Making;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Builds the next version from files. */
@Command(
    name = "build",
    mixinStandardHelpOptions = true,
    description = "Builds the next version of the list from files of any format.",
    footer = {
      "",
      "Exit codes:  0  built, or the same as the latest version",
      "             1  it looks like an accident beside the latest version: not kept, unless",
      "                --yes-really",
      "             2  a file cannot be read; the versions are as they were",
      "Example:  nadzor list build dump.xml.zip extra.txt --note 'as of monday'"
    })
public final class ListBuildCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Lists; together the version.")
  List<Path> files = List.of();

  @Option(names = "--from", paramLabel = "FORMAT", description = "Their format; else detected.")
  Optional<String> from = Optional.empty();

  @Option(names = "--note", paramLabel = "TEXT", description = "What is to be remembered of it.")
  String note = "";

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who builds it; without it the user of this machine.")
  String by = System.getProperty("user.name", "somebody");

  @Option(
      names = "--measure",
      paramLabel = "block|throttle",
      description = "What a list means that does not say (default: ${DEFAULT-VALUE}).",
      defaultValue = "block")
  Measure measure = Measure.BLOCK;

  @Option(names = "--strict", description = "Refuse the whole where one value cannot be used.")
  boolean strict;

  @Option(names = "--yes-really", description = "Keep it even where it looks like an accident.")
  boolean yesReally;

  @Option(names = "--json", description = "A JSON object instead of words.")
  boolean json;

  @Mixin Place place = new Place();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    ListFolder folder = place.folder();
    ListHistory history = folder.history();
    ListIntake.Taken taken = ListIntake.read(files, from, strict, measure, err);
    Optional<ListVersion> latest = history.latest();
    if (latest.filter(one -> one.hash().equals(taken.list().contentHash())).isPresent()) {
      tell(taken, latest, List.of(), history, "unchanged");
      return Codes.OK;
    }
    Blocklist before = latest.isPresent() ? folder.read(latest.get().number()) : Blocklist.EMPTY;
    List<Objection> objections = objections(before, taken.list());
    if (!objections.isEmpty() && !yesReally) {
      tell(taken, Optional.empty(), objections, history, "refused");
      return Codes.OBJECTED;
    }
    Making making = new Making(by, Instant.now(), note, taken.sources());
    ListVersion built = folder.add(taken.list(), making);
    tell(taken, Optional.of(built), objections, history, "built");
    return Codes.OK;
  }

  /** A first version without rules is one by accident, too. */
  private static List<Objection> objections(Blocklist before, Blocklist now) {
    List<Objection> all =
        new ArrayList<>(VersionGuard.USUAL.check(VersionDiff.between(before, now, 0)));
    if (now.size() == 0 && all.isEmpty()) {
      all.add(new Objection(Objection.Concern.EMPTY, "it has no rules", before.size(), 0, 0, 0));
    }
    return all;
  }

  private void tell(
      ListIntake.Taken taken,
      Optional<ListVersion> version,
      List<Objection> objections,
      ListHistory history,
      String outcome) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectNode node = Shapes.object();
      node.put("outcome", outcome);
      version.ifPresent(one -> node.set("version", Shapes.version(one, history)));
      node.put("items", taken.items().items());
      node.put("refusedValues", taken.refused());
      node.put("unordered", taken.unordered());
      ArrayNode array = node.putArray("objections");
      objections.forEach(one -> array.add(Shapes.objection(one)));
      out.println(Shapes.text(node));
    } else {
      words(taken, version, objections, outcome, out);
    }
    out.flush();
  }

  private static void words(
      ListIntake.Taken taken,
      Optional<ListVersion> version,
      List<Objection> objections,
      String outcome,
      PrintWriter out) {
    out.printf(
        "%,d items read, %,d values refused, %,d that restrict nothing%n",
        taken.items().items(), taken.refused(), taken.unordered());
    objections.forEach(one -> out.println("objection: " + one.why()));
    if (version.isEmpty()) {
      out.println("no version is built; --yes-really builds it all the same");
      return;
    }
    ListVersion one = version.get();
    out.printf(
        "%s version %d: %,d rules, +%,d -%,d ~%,d, hash %.16s%n",
        outcome.equals("unchanged") ? "unchanged since" : "built",
        one.number(),
        one.rules(),
        one.changes().added(),
        one.changes().removed(),
        one.changes().reasons(),
        one.hash());
  }
}

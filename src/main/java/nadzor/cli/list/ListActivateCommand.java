package nadzor.cli.list;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Objection;
import nadzor.blocklist.VersionDiff;
import nadzor.blocklist.VersionGuard;
import nadzor.cli.live.Connection;
import nadzor.cli.live.LiveLists;
import nadzor.cli.option.AuthorOption;
import nadzor.cli.option.ListsOption;
import nadzor.cli.option.Share;
import nadzor.store.lists.ListFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** Puts a version in force. */
@Command(
    name = "activate",
    mixinStandardHelpOptions = true,
    description = {
      "Puts a version in force in the folder, for the next laboratory that starts with "
          + "it; with --live, or any option of a trial, at once in the laboratory that runs."
    },
    footer = {
      "",
      "Exit codes:  0  in force, or on trial",
      "             1  it looks like an accident beside the one in force; --yes-really",
      "             2  no such version, or the laboratory refuses it: what is in force stays",
      "             5  no laboratory runs that could be asked",
      "Example:  nadzor list activate 3 --canary 10%% --guard-new 50 --control must-pass.txt",
      "          nadzor list activate 3 --promote"
    })
public final class ListActivateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "N", description = "The version's number.")
  long number;

  @Option(names = "--live", description = "At once, in the laboratory that runs.")
  boolean live;

  @Option(names = "--shadow", description = "Judge and tell, act on nobody.")
  boolean shadow;

  @Option(
      names = "--canary",
      paramLabel = "SHARE",
      description = "For this share of clients: 10%%.")
  @Nullable String canary;

  @Option(
      names = "--guard-new",
      paramLabel = "COUNT",
      description = "Take it back after more newly restricted requests within --window.")
  @Nullable Integer guardNew;

  @Option(
      names = "--window",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "For --guard-new (default: ${DEFAULT-VALUE}).")
  int window = 60;

  @Option(
      names = "--control",
      paramLabel = "FILE",
      description = "Hosts, one a line, that must not be hit, nor what is below them.")
  @Nullable Path control;

  @Option(names = "--promote", description = "What is on trial is in force for everybody.")
  boolean promote;

  @Mixin AuthorOption author = new AuthorOption();

  @Option(names = "--yes-really", description = "Even where it looks like an accident.")
  boolean yesReally;

  @Mixin ListsOption lists = new ListsOption();

  @Mixin Connection connection = new Connection();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    boolean trial = shadow || canary != null || guardNew != null || control != null || promote;
    return live || trial ? inLaboratory() : inFolder();
  }

  private int inFolder() throws IOException {
    ListFolder folder = lists.folder();
    Optional<Long> inForce = folder.history().inForce();
    Blocklist before = inForce.isPresent() ? folder.read(inForce.get()) : Blocklist.EMPTY;
    List<Objection> objections =
        VersionGuard.USUAL.check(VersionDiff.between(before, folder.read(number), 0));
    PrintWriter out = spec.commandLine().getOut();
    objections.forEach(one -> out.println("objection: " + one.why()));
    if (!objections.isEmpty() && !yesReally) {
      out.println("what was in force stays; --yes-really puts it in force all the same");
      out.flush();
      return Codes.OBJECTED;
    }
    var unused = folder.activate(number, author.name(), Instant.now(), "");
    out.println("version " + number + " is in force");
    out.flush();
    return Codes.OK;
  }

  private int inLaboratory() throws IOException {
    ObjectNode body = Shapes.object();
    body.put("recordedBy", author.name());
    if (promote) {
      LiveLists.send(connection, "/lists/promote", body);
      return Codes.OK;
    }
    body.put("number", number);
    body.put("mode", shadow ? "shadow" : canary != null ? "canary" : "full");
    if (canary != null) {
      body.put("share", share(canary));
    }
    if (yesReally) {
      body.put("yesReally", true);
    }
    guard(body);
    LiveLists.send(connection, "/lists/activate", body);
    return Codes.OK;
  }

  private void guard(ObjectNode body) throws IOException {
    if (guardNew == null && control == null) {
      return;
    }
    ObjectNode guard = body.putObject("guard");
    guard.put("windowSeconds", window);
    if (guardNew != null) {
      guard.put("mostNew", guardNew);
    }
    if (control != null) {
      var hosts = guard.putArray("control");
      Files.readAllLines(control, StandardCharsets.UTF_8).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(hosts::add);
    }
  }

  /** {@code 10%} or {@code 0.1}. */
  static double share(String written) {
    OptionalDouble share = Share.of(written);
    if (share.isPresent() && share.getAsDouble() > 0) {
      return share.getAsDouble();
    }
    throw new IllegalArgumentException(
        "found --canary " + written + ", expected a share as 10% or 0.1");
  }
}

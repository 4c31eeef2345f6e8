package nadzor.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nadzor.censor.RestrictionLog;
import nadzor.flow.AddressRange;
import nadzor.flow.Addresses;
import nadzor.lab.Fence;
import nadzor.lab.LabNetwork;
import nadzor.lab.Laboratory;
import nadzor.lab.NetworkSpec;
import nadzor.story.NetworkPlan;
import nadzor.story.Scenario;
import nadzor.story.StandingLists;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Keeps the laboratory up at one date, for real clients. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Keeps the laboratory up at one date, for real clients, until Ctrl-C.",
    footer = {
      "",
      "Example:  nadzor up --at 2022-03-04 --network tspu-2022",
      "It prints the lines for curl, dig and Chromium. Loopback only, unless --bind names",
      "a private or documentation address; public and wildcard addresses are refused."
    })
final class UpCommand implements Callable<Integer> {
  @Mixin ScenarioOption scenario = new ScenarioOption();

  @Option(
      names = "--at",
      required = true,
      paramLabel = "WHEN",
      converter = When.Converter.class,
      description = "A date (then the end of that day in Moscow) or an instant.")
  When at = new When(java.time.Instant.EPOCH);

  @Option(
      names = "--network",
      paramLabel = "NAME",
      description = "The network to tell about; all are up. Without it the first.")
  @Nullable String network;

  @Option(
      names = "--ready-file",
      paramLabel = "FILE",
      description = "Write the addresses there, as JSON, once everything listens.")
  @Nullable Path readyFile;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "The named network's address instead of one of 127.30.0.0/16.")
  @Nullable String bind;

  @Option(
      names = "--proxy-port",
      paramLabel = "PORT",
      description = "The named network's proxy port instead of a free one.")
  int proxyPort;

  @Option(
      names = "--resolver-port",
      paramLabel = "PORT",
      description = "The named network's resolver port instead of a free one.")
  int resolverPort;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Scenario story = scenario.read();
    String named = named(story);
    Optional<InetAddress> address = Optional.ofNullable(bind).map(UpCommand::address);
    try (Interruption interruption = Interruption.begin();
        Workshop workshop = Workshop.create(interruption);
        Laboratory laboratory =
            workshop.start(
                story, specs(story, named, address), fence(address), RestrictionLog.NONE);
        ReadyFile ready = ReadyFile.at(Optional.ofNullable(readyFile))) {
      StandingLists.activate(story, laboratory, at.instant());
      LabNetwork told = laboratory.network(named);
      ready.write(new Directions(laboratory, story).json(told));
      PrintWriter out = spec.commandLine().getOut();
      out.println("The laboratory is up as of " + When.shown(at.instant()) + ". Simulation.");
      new Directions(laboratory, story).print(out, List.of(told));
      interruption.await();
      return ExitCode.OK;
    }
  }

  private String named(Scenario story) {
    List<String> names = Optional.ofNullable(network).map(List::of).orElse(List.of());
    return Networks.chosen(story, names).get(0).name();
  }

  private static InetAddress address(String literal) {
    try {
      return Addresses.parse(literal);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--bind: found '" + literal + "', expected an IPv4 or IPv6 address", e);
    }
  }

  private static Fence fence(Optional<InetAddress> address) {
    return address
        .filter(one -> !one.isLoopbackAddress() && !one.isAnyLocalAddress())
        .map(one -> Fence.naming(List.of(AddressRange.of(one.getHostAddress()))))
        .orElseGet(Fence::loopback);
  }

  private List<NetworkSpec> specs(Scenario story, String named, Optional<InetAddress> address) {
    return story.networks().stream()
        .map(plan -> plan.name().equals(named) ? own(plan, address) : usual(plan))
        .toList();
  }

  private NetworkSpec own(NetworkPlan plan, Optional<InetAddress> address) {
    return new NetworkSpec(plan.name(), plan.profile(), address, resolverPort, proxyPort);
  }

  private static NetworkSpec usual(NetworkPlan plan) {
    return NetworkSpec.of(plan.name(), plan.profile());
  }
}

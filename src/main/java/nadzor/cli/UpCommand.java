package nadzor.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import nadzor.censor.RestrictionLog;
import nadzor.cli.option.ReadyFileOption;
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

  @Mixin ReadyFileOption readyFile = new ReadyFileOption();

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

  @Option(
      names = "--proxy-protocol",
      description =
          "The named network's clients come through a balancer: every connection to its proxy must"
              + " begin with a PROXY protocol header (version 1 or 2), which names the client.")
  boolean proxyProtocol;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    checkPorts();
    Scenario story = scenario.read();
    String named = named(story);
    Optional<InetAddress> address = Optional.ofNullable(bind).map(UpCommand::address);
    try (Interruption interruption = Interruption.begin();
        Workshop workshop = Workshop.create(interruption);
        Laboratory laboratory =
            started(workshop, story, specs(story, named, address), fence(address));
        ReadyFile ready = ReadyFile.at(readyFile.file())) {
      StandingLists.activate(story, laboratory, at.instant());
      LabNetwork told = laboratory.network(named);
      ready.write(new Directions(laboratory, story).json(told));
      PrintWriter out = spec.commandLine().getOut();
      out.println("The laboratory is up as of " + When.shown(at.instant()) + ". Simulation.");
      Set<String> balanced = proxyProtocol ? Set.of(named) : Set.of();
      new Directions(laboratory, story, balanced).print(out, List.of(told));
      if (proxyProtocol) {
        out.println(
            "The proxy of " + named + " waits for a PROXY protocol header, version 1 or 2, first.");
        out.flush();
      }
      interruption.await();
      return ExitCode.OK;
    }
  }

  private void checkPorts() {
    checkPort("--proxy-port", proxyPort);
    checkPort("--resolver-port", resolverPort);
    if (proxyPort == resolverPort && proxyPort != 0) {
      throw new IllegalArgumentException(
          "--proxy-port and --resolver-port: both are " + proxyPort + ", expected two ports");
    }
  }

  private static void checkPort(String option, int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(
          option + ": found " + port + ", expected 1 to 65535, or 0 for a free one");
    }
  }

  /** A port that is not to be had is the fault of the option that asked for it. */
  private Laboratory started(
      Workshop workshop, Scenario story, List<NetworkSpec> networks, Fence fence)
      throws IOException {
    try {
      return workshop.start(story, networks, fence, RestrictionLog.NONE);
    } catch (BindException e) {
      BindException named = new BindException(blamed(String.valueOf(e.getMessage())));
      named.initCause(e);
      throw named;
    }
  }

  private String blamed(String message) {
    if (proxyPort != 0 && message.contains(":" + proxyPort)) {
      return "--proxy-port: " + message;
    }
    boolean resolver = resolverPort != 0 && message.contains(":" + resolverPort);
    return resolver ? "--resolver-port: " + message : message;
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
    NetworkSpec own =
        new NetworkSpec(plan.name(), plan.profile(), address, resolverPort, proxyPort);
    return proxyProtocol ? own.withBalancer() : own;
  }

  private static NetworkSpec usual(NetworkPlan plan) {
    return NetworkSpec.of(plan.name(), plan.profile());
  }
}

package nadzor.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nadzor.censor.ClientHash;
import nadzor.dns.AuthorityServer;
import nadzor.dns.LocalUpstream;
import nadzor.dns.ResolverLimits;
import nadzor.dns.UdpUpstream;
import nadzor.dns.Upstream;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole laboratory on loopback: origins, their CA, the authority of their names, a truthful
 * resolver and a relay abroad, and any number of networks. Holds no statics, never exits.
 * Thread-safe; {@link #close} is idempotent and takes at most a few seconds.
 */
public final class Laboratory implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Laboratory.class);
  private static final int EVENT_LOOPS = 2;
  private static final Duration UPSTREAM_TIMEOUT = Duration.ofSeconds(1);

  private final Resources resources;
  private final World world;
  private final LaboratoryCa ca;
  private final List<LabNetwork> networks;
  private final List<String> notices;
  private final ClientHash clients;

  private Laboratory(
      Resources resources,
      World world,
      LaboratoryCa ca,
      List<LabNetwork> networks,
      List<String> notices,
      ClientHash clients) {
    this.resources = resources;
    this.world = world;
    this.ca = ca;
    this.networks = List.copyOf(networks);
    this.notices = List.copyOf(notices);
    this.clients = clients;
  }

  /**
   * Starts everything; returns once all of it listens.
   *
   * @throws IOException if an address or port is not to be had, or the directory cannot be written;
   *     then nothing is left listening
   * @throws FenceException if an address lies outside the fence
   */
  public static Laboratory start(LaboratorySpec spec) throws IOException {
    Resources resources = new Resources();
    try {
      return start(spec, resources);
    } catch (IOException | RuntimeException e) {
      resources.close();
      throw e;
    }
  }

  private static Laboratory start(LaboratorySpec spec, Resources resources) throws IOException {
    Premises premises = Premises.inspect(spec.networks().stream().anyMatch(NetworkSpec::ipv6));
    premises.notices().forEach(LOG::warn);
    Transport transport = resources.add(Transport.start(EVENT_LOOPS));
    Hosting hosting = new Hosting(transport, spec.fence(), HttpLimits.USUAL, premises.http3());
    World planned = World.of(spec.sites());
    Set<DomainName> names = new HashSet<>(planned.hosts());
    names.add(LabNetwork.RESOLVER_HOST);
    LaboratoryCa ca = LaboratoryCa.create(spec.directory(), names, spec.now());
    World origins = resources.add(Origins.start(hosting, planned, ca)).world();
    Upstream truth = truth(transport, origins, resources);
    Endpoint refuses = resources.add(ClosedPort.on(LabAddresses.AUTHORITY)).endpoint();
    Abroad abroad = resources.add(Abroad.start(hosting, ca, origins, truth, refuses));
    SecureRandom random = new SecureRandom();
    ClientHash clients = new ClientHash(random.nextLong(), random.nextLong());
    NetworkShared shared =
        new NetworkShared(
            hosting,
            abroad.world(),
            truth,
            abroad.resolver(),
            refuses,
            clients,
            spec.log(),
            spec.flows(),
            spec.seed(),
            ca.issue(List.of(LabNetwork.RESOLVER_HOST)),
            ca.stranger(LabNetwork.BLOCK_PAGE_HOST));
    List<LabNetwork> networks = new ArrayList<>();
    for (NetworkSpec network : spec.networks()) {
      NetworkSpec possible = premises.ipv6() ? network : network.withoutIpv6();
      networks.add(resources.add(LabNetwork.start(networks.size() + 1, possible, shared)));
    }
    return new Laboratory(resources, abroad.world(), ca, networks, premises.notices(), clients);
  }

  /** The authority of the world's names, as resolvers ask it. */
  private static Upstream truth(Transport transport, World world, Resources resources)
      throws IOException {
    AuthorityServer authority =
        resources.add(
            AuthorityServer.start(
                transport,
                new Endpoint(LabAddresses.AUTHORITY, 0),
                LocalUpstream.of(Authority.of(world)),
                ResolverLimits.defaults()));
    return resources.add(UdpUpstream.open(transport, authority.address(), UPSTREAM_TIMEOUT));
  }

  /** What this machine lacks and how the laboratory does without it, a sentence each. */
  public List<String> notices() {
    return notices;
  }

  /** All networks, in the order of the specification. */
  public List<LabNetwork> networks() {
    return networks;
  }

  /**
   * The network of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public LabNetwork network(String name) {
    return networks.stream()
        .filter(network -> network.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no network '" + name + "'"));
  }

  /** How clients are told in its log: for who knows a client and looks for its events. */
  public ClientHash clients() {
    return clients;
  }

  /** The world, with its routes. */
  public World world() {
    return world;
  }

  /** The CA's certificate as PEM. */
  public Path caFile() {
    return ca.caFile();
  }

  /** The value for Chromium's {@code --ignore-certificate-errors-spki-list}. */
  public String spkiList() {
    return ca.spkiList();
  }

  @Override
  public void close() {
    resources.close();
  }
}

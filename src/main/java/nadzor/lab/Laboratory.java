package nadzor.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.censor.ClientHash;
import nadzor.dns.AuthorityServer;
import nadzor.dns.LocalUpstream;
import nadzor.dns.ResolverLimits;
import nadzor.dns.ResolverServer;
import nadzor.dns.UdpUpstream;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;

/**
 * A whole laboratory on loopback: origins, their CA, the authority of their names, a truthful
 * resolver abroad, and any number of networks. Holds no statics, never exits. Thread-safe; {@link
 * #close} is idempotent and takes at most a few seconds.
 */
public final class Laboratory implements AutoCloseable {
  private static final int EVENT_LOOPS = 2;
  private static final Duration UPSTREAM_TIMEOUT = Duration.ofSeconds(1);

  private final Resources resources;
  private final World world;
  private final LaboratoryCa ca;
  private final List<LabNetwork> networks;

  private Laboratory(Resources resources, World world, LaboratoryCa ca, List<LabNetwork> networks) {
    this.resources = resources;
    this.world = world;
    this.ca = ca;
    this.networks = List.copyOf(networks);
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
    Transport transport = resources.add(Transport.start(EVENT_LOOPS));
    Hosting hosting = new Hosting(transport, spec.fence(), HttpLimits.USUAL);
    World planned = World.of(spec.sites());
    LaboratoryCa ca = LaboratoryCa.create(spec.directory(), planned.hosts(), spec.now());
    World world = resources.add(Origins.start(hosting, planned, ca)).world();
    AuthorityServer authority =
        resources.add(
            AuthorityServer.start(
                transport,
                new Endpoint(LabAddresses.AUTHORITY, 0),
                LocalUpstream.of(Authority.of(world)),
                ResolverLimits.defaults()));
    UdpUpstream truth =
        resources.add(UdpUpstream.open(transport, authority.address(), UPSTREAM_TIMEOUT));
    ResolverServer foreign =
        resources.add(
            ResolverServer.start(
                transport,
                new Endpoint(LabAddresses.FOREIGN_RESOLVER, 0),
                Optional.empty(),
                truth,
                ResolverLimits.defaults()));
    UdpUpstream abroad =
        resources.add(UdpUpstream.open(transport, foreign.address(), UPSTREAM_TIMEOUT));
    ClosedPort refuses = resources.add(ClosedPort.on(LabAddresses.AUTHORITY));
    SecureRandom random = new SecureRandom();
    LabNetwork.Surroundings around =
        new LabNetwork.Surroundings(
            hosting,
            world,
            truth,
            abroad,
            refuses.endpoint(),
            new ClientHash(random.nextLong(), random.nextLong()),
            spec.log());
    List<LabNetwork> networks = new ArrayList<>();
    for (NetworkSpec network : spec.networks()) {
      networks.add(resources.add(LabNetwork.start(networks.size() + 1, network, around)));
    }
    return new Laboratory(resources, world, ca, networks);
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

package nadzor.lab;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import nadzor.censor.FlowLog;
import nadzor.censor.RestrictionLog;

/**
 * What a laboratory is made of. Immutable.
 *
 * @param sites the world
 * @param networks side by side, each with addresses of its own
 * @param fence which addresses it may bind and reach
 * @param directory the laboratory's own: holds the CA's certificate
 * @param now the real time, for the certificates' dates
 * @param log where restrictions are told
 * @param flows where flows are told
 * @param seed of all chance
 */
public record LaboratorySpec(
    List<Site> sites,
    List<NetworkSpec> networks,
    Fence fence,
    Path directory,
    Instant now,
    RestrictionLog log,
    FlowLog flows,
    long seed) {
  /** Copies the lists; refuses two networks of one name, and more than addresses suffice for. */
  public LaboratorySpec {
    sites = List.copyOf(sites);
    networks = List.copyOf(networks);
    long names = networks.stream().map(NetworkSpec::name).distinct().count();
    if (names != networks.size()) {
      throw new IllegalArgumentException("two networks have one name");
    }
    if (networks.isEmpty() || networks.size() > LabAddresses.MAX_NETWORKS) {
      throw new IllegalArgumentException(
          networks.size() + " networks, expected 1 to " + LabAddresses.MAX_NETWORKS);
    }
  }

  /** With nobody told of flows. */
  public LaboratorySpec(
      List<Site> sites,
      List<NetworkSpec> networks,
      Fence fence,
      Path directory,
      Instant now,
      RestrictionLog log,
      long seed) {
    this(sites, networks, fence, directory, now, log, FlowLog.NONE, seed);
  }

  /** The same with flows told there. */
  public LaboratorySpec withFlows(FlowLog told) {
    return new LaboratorySpec(sites, networks, fence, directory, now, log, told, seed);
  }

  /** With a seed that is always the same. */
  public LaboratorySpec(
      List<Site> sites,
      List<NetworkSpec> networks,
      Fence fence,
      Path directory,
      Instant now,
      RestrictionLog log) {
    this(sites, networks, fence, directory, now, log, 1);
  }
}

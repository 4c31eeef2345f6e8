package nadzor.censor;

import java.net.InetAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Match;
import nadzor.flow.DnsQuestion;
import nadzor.flow.FlowKey;
import nadzor.flow.Sighting;

/**
 * What the enforcement points of one network share: its profile, made ready, and one reference to
 * the blocklist version in force. Thread-safe; activating a version is one write.
 */
public final class Enforcement {
  private static final int RESIDUAL_LIMIT = 100_000;

  private final String network;
  private final Profile profile;
  private final Map<Sighting.Kind, ProfileRule[]> rules = new EnumMap<>(Sighting.Kind.class);
  private final DnsEffect[] dnsEffects;
  private final Pages pages;
  private final ClientHash clients;
  private final RestrictionLog log;
  private final ResidualMemory residual = new ResidualMemory(RESIDUAL_LIMIT);
  private volatile Blocklist blocklist = Blocklist.EMPTY;

  /**
   * @param network the network's name, for logs
   * @param own addresses that the profile's actions refer to
   * @param pages writes block pages
   * @param clients hashes client addresses for the log
   */
  public Enforcement(
      String network,
      Profile profile,
      OwnAddresses own,
      Pages pages,
      ClientHash clients,
      RestrictionLog log) {
    this.network = network;
    this.profile = profile;
    this.pages = pages;
    this.clients = clients;
    this.log = log;
    for (Sighting.Kind kind : Sighting.Kind.values()) {
      rules.put(kind, profile.on(kind).toArray(ProfileRule[]::new));
    }
    dnsEffects =
        profile.on(Sighting.Kind.DNS_QUESTION).stream()
            .map(rule -> ((DnsAction) rule.action()).onQuestion(own))
            .toArray(DnsEffect[]::new);
  }

  /** Puts a version in force for every sighting from now on. */
  public void activate(Blocklist version) {
    blocklist = version;
  }

  /** The version in force. */
  public Blocklist blocklist() {
    return blocklist;
  }

  /** The profile. */
  public Profile profile() {
    return profile;
  }

  /** Judges a question. Does not allocate; the ruling is the caller's, filled anew. */
  public void judge(DnsQuestion question, DnsRuling ruling) {
    ProfileRule[] candidates = rulesOn(Sighting.Kind.DNS_QUESTION);
    Blocklist version = blocklist;
    int orders = candidates.length == 0 ? 0 : version.orders(question.name());
    int hit = orders == 0 ? -1 : firstHit(candidates, orders);
    if (hit < 0) {
      ruling.pass();
    } else {
      ruling.restrict(
          dnsEffects[hit], version, question.name(), candidates[hit], profile.extendedError());
    }
  }

  /** Tells the log of a question that was restricted. */
  public void report(DnsQuestion question, DnsRuling ruling, InetAddress client) {
    if (log.isWanted()) {
      log.restricted(
          new Restriction(
              network,
              clients.of(client),
              "resolver",
              question.kind().word(),
              question.name().toString(),
              ruling.rule(),
              ruling.match().rules(),
              ruling.action(),
              false));
    }
  }

  /**
   * What the profile would do at a sighting, by the same lines and the same version that judge real
   * ones; nothing is remembered or logged.
   *
   * @return the line that hits, with the match; empty where the sighting would pass
   */
  public Optional<Foresight> foresee(Sighting sighting) {
    ProfileRule[] candidates = rulesOn(sighting.kind());
    Match match = blocklist.find(sighting.name());
    int hit = firstHit(candidates, match);
    return hit < 0 ? Optional.empty() : Optional.of(new Foresight(candidates[hit], match));
  }

  /** Begins to judge one flow. */
  public FlowJudge open(FlowKey flow) {
    return new FlowJudge(this, flow);
  }

  /** The state of the residual memory: how many triggers it holds. */
  public int residualSize() {
    return residual.size();
  }

  ProfileRule[] rulesOn(Sighting.Kind kind) {
    ProfileRule[] found = rules.get(kind);
    return found == null ? new ProfileRule[0] : found;
  }

  /** The index of the first line of the profile that carries out what the match orders, or -1. */
  static int firstHit(ProfileRule[] candidates, Match match) {
    return match.isEmpty() ? -1 : firstHit(candidates, match.orders());
  }

  private static int firstHit(ProfileRule[] candidates, int orders) {
    for (int i = 0; i < candidates.length; i++) {
      if ((orders & candidates[i].measure().bit()) != 0) {
        return i;
      }
    }
    return -1;
  }

  String network() {
    return network;
  }

  Pages pages() {
    return pages;
  }

  ResidualMemory residual() {
    return residual;
  }

  String hashOf(InetAddress client) {
    return clients.of(client);
  }

  void log(List<Restriction> restrictions) {
    if (log.isWanted()) {
      restrictions.forEach(log::restricted);
    }
  }
}

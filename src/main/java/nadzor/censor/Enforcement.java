package nadzor.censor;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.flow.Direction;
import nadzor.flow.DnsAnswer;
import nadzor.flow.DnsQuestion;
import nadzor.flow.Endpoint;
import nadzor.flow.FlowKey;
import nadzor.flow.Sighting;

/**
 * What the enforcement points of one network share: its profile, made ready, and one reference to
 * the blocklist version in force. Thread-safe; activating a version is one write.
 */
public final class Enforcement {
  private static final long DEFAULT_SEED = 1;

  private final String network;
  private final Profile profile;
  private final Lines lines;
  private final QuestionLines questions;
  private final QuestionLines answers;
  private final Pages pages;
  private final LineChance chance;
  private final Memory memory = new Memory();
  private final Telling telling;
  private final FlowTelling flowTelling;
  private volatile Standing standing = Standing.EMPTY;

  /** Only to foresee what a network would do with this version: nobody is told, no page written. */
  public static Enforcement foreseeing(String network, Profile profile, Blocklist version) {
    Enforcement enforcement =
        new Enforcement(
            network,
            profile,
            OwnAddresses.NONE,
            (host, rule) -> "",
            new ClientHash(0, 0),
            RestrictionLog.NONE);
    enforcement.activate(version);
    return enforcement;
  }

  /** As the other, with a seed that never changes. */
  public Enforcement(
      String network,
      Profile profile,
      OwnAddresses own,
      Pages pages,
      ClientHash clients,
      RestrictionLog log) {
    this(network, profile, own, pages, clients, log, DEFAULT_SEED);
  }

  /** As the next, with nobody told of flows. */
  public Enforcement(
      String network,
      Profile profile,
      OwnAddresses own,
      Pages pages,
      ClientHash clients,
      RestrictionLog log,
      long seed) {
    this(network, profile, own, pages, clients, log, FlowLog.NONE, seed);
  }

  /**
   * @param network the network's name, for logs
   * @param own addresses that the profile's actions refer to
   * @param pages writes block pages
   * @param clients hashes client addresses for the logs
   * @param log where restrictions are told
   * @param flows where flows are told
   * @param seed of all chance
   */
  public Enforcement(
      String network,
      Profile profile,
      OwnAddresses own,
      Pages pages,
      ClientHash clients,
      RestrictionLog log,
      FlowLog flows,
      long seed) {
    this.network = network;
    this.profile = profile;
    this.pages = pages;
    lines = new Lines(profile);
    questions = new QuestionLines(profile.on(Sighting.Kind.DNS_QUESTION), own);
    answers = new QuestionLines(profile.on(Sighting.Kind.DNS_ANSWER), own);
    chance = new LineChance(new Chance(seed), network);
    telling = new Telling(network, clients, log);
    flowTelling = new FlowTelling(network, clients, flows);
  }

  /** Puts a version in force for every sighting from now on. */
  public void activate(Blocklist version) {
    standing = new Standing(version, Optional.empty());
  }

  /** Puts a version in force, and another beside it on trial, for every sighting from now on. */
  public void activate(Blocklist version, Trial trial) {
    standing = new Standing(version, Optional.of(trial));
  }

  /** The version in force. */
  public Blocklist blocklist() {
    return standing.current();
  }

  /** The version that is tried beside it, if one is. */
  public Optional<Trial> trial() {
    return standing.trial();
  }

  /** What is in force now: to be taken once for all that is judged together. */
  public Standing standing() {
    return standing;
  }

  /** The profile. */
  public Profile profile() {
    return profile;
  }

  /** The network's name. */
  public String network() {
    return network;
  }

  /**
   * Judges a question of nobody in particular, by the version in force. Does not allocate, unless a
   * line that could hit has a chance or draws; the ruling is the caller's, filled anew.
   */
  public void judge(DnsQuestion question, DnsRuling ruling) {
    judge(standing.current(), question, ruling);
  }

  /** As the next, by what is in force now. */
  public void judge(DnsQuestion question, DnsRuling ruling, InetSocketAddress client) {
    judge(standing, question, ruling, client);
  }

  /**
   * Judges a client's question: as the other, by the version that acts on this client; what a trial
   * would newly restrict is told.
   *
   * @param now what was in force when the question came
   * @param client where the question came from
   */
  public void judge(
      Standing now, DnsQuestion question, DnsRuling ruling, InetSocketAddress client) {
    if (now.trial().isEmpty()) {
      judge(now.current(), question, ruling);
      return;
    }
    InetAddress address = client.getAddress();
    if (now.trialOf(address).isPresent()) {
      tellTrial(now, question, ruling, address);
    }
    judge(now.acting(address), question, ruling);
  }

  private void judge(Blocklist version, DnsQuestion question, DnsRuling ruling) {
    int hit = questions.isEmpty() ? -1 : questions.hit(version, question, chance);
    if (hit < 0) {
      ruling.pass();
    } else if (!questions.line(hit).action().restricts()) {
      ruling.exempt();
    } else {
      restrict(ruling, version, question, questions.line(hit), questions.effect(hit));
    }
  }

  /** The ruling serves as a sheet to write on, and is filled anew by the judgement that counts. */
  private void tellTrial(Standing now, DnsQuestion question, DnsRuling ruling, InetAddress client) {
    judge(now.current(), question, ruling);
    if (!ruling.isPass()) {
      return;
    }
    judge(now.trial().orElseThrow().blocklist(), question, ruling);
    if (!ruling.isPass()) {
      now.trial().orElseThrow().tell(telling.restriction(question, ruling, client));
    }
  }

  /** Whether the records of truthful answers are to be shown to {@link #judgeAnswer}. */
  public boolean readsAnswers() {
    return !answers.isEmpty();
  }

  /**
   * Judges one record of a truthful answer, by the version that acts on this client; what a trial
   * would newly restrict is told. The ruling is the caller's, filled anew.
   *
   * @param now what was in force when the question came: question and records are judged by the
   *     same, or a swap in between would make an answer that no version gives
   * @param question what was asked
   */
  public void judgeAnswer(
      Standing now, DnsQuestion question, DnsAnswer answer, DnsRuling ruling, InetAddress client) {
    Optional<Trial> trial = now.trialOf(client);
    if (trial.isPresent()) {
      judge(now.current(), answer, ruling);
      if (ruling.isPass()) {
        judge(trial.get().blocklist(), answer, ruling);
        if (!ruling.isPass()) {
          trial.get().tell(telling.restriction(question, ruling, client));
        }
      }
    }
    judge(now.acting(client), answer, ruling);
  }

  private void judge(Blocklist version, DnsAnswer answer, DnsRuling ruling) {
    Optional<Foresight> hit = lines.hit(version, answer, Scene.QUESTION, chance);
    if (hit.filter(Foresight::restricts).isEmpty()) {
      ruling.pass();
    } else {
      ProfileRule line = hit.get().line();
      restrict(ruling, version, answer, line, answers.effectOf(line));
    }
  }

  private void restrict(
      DnsRuling ruling, Blocklist version, Sighting sighting, ProfileRule line, DnsEffect effect) {
    ruling.restrict(effect, version, sighting, line);
    ruling.tell(profile.extendedError(), profile.structured());
    ruling.draw(effect.draws() ? chance.draw(sighting) : 0);
  }

  /** Tells the log of a question that was restricted. */
  public void report(DnsQuestion question, DnsRuling ruling, InetAddress client) {
    telling.question(question, ruling, client);
  }

  /** How flows of this network are told. */
  public FlowTelling flows() {
    return flowTelling;
  }

  /**
   * What the profile would do at a sighting on a flow to this server, by the same lines and the
   * same version that judge real ones; nothing is remembered, drawn or logged. A line with a chance
   * counts as a hit.
   *
   * @return the line that hits, with the match, be it one that exempts; empty where none hits
   */
  public Optional<Foresight> foresee(Sighting sighting, Endpoint server) {
    Scene scene = new Scene(Endpoint.of("0.0.0.0", 65_535), server, Direction.FROM_CLIENT);
    return lines.possible(blocklist(), sighting, scene).stream().findFirst();
  }

  /** Begins to judge one stream that nobody is told of. */
  public FlowJudge open(FlowKey flow) {
    return open(flow, FlowTrace.untold());
  }

  /** Begins to judge one stream, whose judgements the trace tells. */
  public FlowJudge open(FlowKey flow, FlowTrace trace) {
    return new FlowJudge(this, flow, trace);
  }

  /** Begins to judge one flow of datagrams that nobody is told of. */
  public DatagramJudge openDatagrams(FlowKey flow) {
    return openDatagrams(flow, FlowTrace.untold());
  }

  /** Begins to judge one flow of datagrams, whose judgements the trace tells. */
  public DatagramJudge openDatagrams(FlowKey flow, FlowTrace trace) {
    return new DatagramJudge(this, flow, trace);
  }

  /** How many triggers the residual memory holds. */
  public int residualSize() {
    return memory.residual().size();
  }

  Lines lines() {
    return lines;
  }

  LineChance chance() {
    return chance;
  }

  Pages pages() {
    return pages;
  }

  Memory memory() {
    return memory;
  }

  Telling telling() {
    return telling;
  }
}

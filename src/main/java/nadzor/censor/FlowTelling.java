package nadzor.censor;

import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Supplier;
import nadzor.flow.DnsQuestion;
import nadzor.flow.Sighting;

/**
 * Puts the flows of one network into events; where nobody listens nothing is put together.
 * Thread-safe.
 */
public final class FlowTelling {
  private final String network;
  private final ClientHash clients;
  private final FlowLog log;

  FlowTelling(String network, ClientHash clients, FlowLog log) {
    this.network = network;
    this.clients = clients;
    this.log = log;
  }

  /**
   * A flow begins.
   *
   * @param target where to, {@code host:port}; asked for where somebody listens
   * @return to be closed when the flow is over
   */
  public FlowTrace open(FlowKind kind, InetAddress client, Supplier<String> target, long nowNanos) {
    if (!log.isWanted()) {
      return FlowTrace.untold();
    }
    return FlowTrace.of(
        log,
        new FlowEvent.Opened(
            log.nextFlow(),
            nowNanos,
            network,
            kind,
            clients.of(client),
            target.get(),
            new FlowGauge()));
  }

  /** Whether questions are told; to be asked before their client is looked up. */
  public boolean isWanted() {
    return log.isWanted();
  }

  /** A question that was answered truthfully. */
  public void passed(DnsQuestion question, long version, InetAddress client, long nowNanos) {
    String name = question.name().toString();
    FlowJudgement pass = FlowJudgement.pass(question.kind().word(), name, version);
    asked(question, pass, client, nowNanos);
  }

  /** A question that was restricted, itself or for what its answer holds. */
  public void restricted(
      DnsQuestion question, DnsRuling ruling, InetAddress client, long nowNanos) {
    Sighting seen = ruling.sighting();
    FlowJudgement judgement =
        new FlowJudgement(
            seen.kind().word(),
            question.name().toString(),
            ruling.action(),
            ruling.action(),
            Optional.of(ruling.rule()),
            ruling.match().rules(),
            false,
            ruling.version().number());
    asked(question, judgement, client, nowNanos);
  }

  private void asked(
      DnsQuestion question, FlowJudgement judgement, InetAddress client, long nowNanos) {
    log.tell(
        new FlowEvent.Asked(
            log.nextFlow(),
            nowNanos,
            network,
            clients.of(client),
            question.place().word(),
            question.asking().word(),
            question.type(),
            judgement));
  }
}

package nadzor.censor;

import nadzor.flow.Sighting;

/**
 * Tells what happens to one flow, from its opening to its end. Used on the flow's event loop alone;
 * where nobody listens, or there was no room when it opened, it counts and says nothing.
 */
public final class FlowTrace {
  private final FlowLog log;
  private final long flow;
  private final FlowGauge gauge;
  private String why = "";

  private FlowTrace(FlowLog log, long flow, FlowGauge gauge) {
    this.log = log;
    this.flow = flow;
    this.gauge = gauge;
  }

  /** Of a flow that nobody is told of. */
  static FlowTrace untold() {
    return new FlowTrace(FlowLog.NONE, 0, new FlowGauge());
  }

  /** Of a flow that has a number. */
  static FlowTrace of(FlowLog log, FlowEvent.Opened opened) {
    log.tell(opened);
    return new FlowTrace(log, opened.flow(), opened.gauge());
  }

  /** Whether anybody is told. */
  public boolean isTold() {
    return flow > 0;
  }

  /** The flow's counters. */
  public FlowGauge gauge() {
    return gauge;
  }

  /** Why the flow will end; the first word holds. */
  public void ending(String reason) {
    if (why.isEmpty()) {
      why = reason;
    }
  }

  /** The flow is over. Once. */
  public void close(long nowNanos) {
    ending("the client left");
    gauge.close(why);
    if (isTold() && log.isWanted()) {
      log.tell(new FlowEvent.Closed(flow, nowNanos, why));
    }
  }

  void restricted(Restriction told, StreamEffect by, boolean residual, long version, long now) {
    if (isTold() && log.isWanted()) {
      log.tell(
          new FlowEvent.Judged(flow, now, FlowJudgement.of(told, by.word(), residual, version)));
    }
  }

  /** Of what has a name to show; the rest of a flow that passes is its counters. */
  void passed(Sighting sighting, long version, long now) {
    if (isTold() && !sighting.name().isEmpty() && log.isWanted()) {
      String name = sighting.name().toString();
      log.tell(
          new FlowEvent.Judged(
              flow, now, FlowJudgement.pass(sighting.kind().word(), name, version)));
    }
  }
}

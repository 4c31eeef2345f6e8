package nadzor.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nadzor.censor.FlowEvent;
import nadzor.censor.FlowGauge;
import nadzor.censor.FlowJudgement;
import nadzor.censor.FlowKind;
import nadzor.flow.Direction;

/** A flow that lives, with what was said of it. Not thread-safe; its gauge is. */
final class OpenFlow {
  private static final int JUDGEMENTS = 16;

  private final FlowEvent.Opened opened;
  private final List<FlowJudgement> judgements = new ArrayList<>(2);

  OpenFlow(FlowEvent.Opened opened) {
    this.opened = opened;
  }

  /** A question lives for no time at all. */
  static LiveFlow question(FlowEvent.Asked asked) {
    return new LiveFlow(
        asked.flow(),
        asked.network(),
        FlowKind.DNS,
        asked.clientHash(),
        asked.place() + "/" + asked.asking(),
        asked.type(),
        asked.atNanos(),
        OptionalLong.of(asked.atNanos()),
        "answered",
        List.of(asked.judgement()),
        0,
        0,
        Optional.empty(),
        Optional.empty());
  }

  long id() {
    return opened.flow();
  }

  FlowGauge gauge() {
    return opened.gauge();
  }

  void add(FlowJudgement judgement) {
    if (judgements.size() == JUDGEMENTS) {
      judgements.remove(0);
    }
    judgements.add(judgement);
  }

  LiveFlow picture(long nowNanos) {
    return picture(nowNanos, OptionalLong.empty(), "");
  }

  LiveFlow closed(long atNanos, String why) {
    return picture(atNanos, OptionalLong.of(atNanos), why);
  }

  private LiveFlow picture(long nowNanos, OptionalLong closedNanos, String why) {
    return new LiveFlow(
        opened.flow(),
        opened.network(),
        opened.kind(),
        opened.clientHash(),
        opened.target(),
        0,
        opened.atNanos(),
        closedNanos,
        why,
        judgements,
        gauge().octets(Direction.FROM_CLIENT),
        gauge().octets(Direction.FROM_SERVER),
        gauge().pace(Direction.FROM_CLIENT).map(pace -> pace.state(nowNanos)),
        gauge().pace(Direction.FROM_SERVER).map(pace -> pace.state(nowNanos)));
  }
}

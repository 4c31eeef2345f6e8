package nadzor.story.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nadzor.registry.Decision;
import nadzor.registry.DecisionState;
import nadzor.registry.Demand;
import nadzor.registry.DemandState;
import nadzor.registry.Move;
import nadzor.story.StepResult;

/** Demands and decisions as lanes over the days, with the steps as numbered lines through them. */
record DaysDrawing(Played played) {
  private static final double LEFT = 232;
  private static final double RIGHT = Svg.WIDTH - 28;
  private static final double TOP = 44;
  private static final double LANE = 40;
  private static final double BAR = 16;

  Html html() {
    TimeScale time = time();
    double bottom = TOP + LANE * (1 + played.demands().size() + played.decisions().size()) + 8;
    List<Html> parts = new ArrayList<>();
    parts.add(Svg.timeAxis(time, TOP - 8, bottom));
    steps(parts, time, bottom);
    double y = TOP;
    parts.add(
        lane(y, "violations", "recorded, running total", new ViolationTicks(played, time).at(y)));
    y += LANE;
    for (Demand demand : played.demands()) {
      parts.add(lane(y, demand.id(), "demand by " + demand.by(), demand(time, demand, y)));
      y += LANE;
    }
    for (Decision decision : played.decisions()) {
      parts.add(lane(y, decision.id(), played.order(decision), decision(time, decision, y)));
      y += LANE;
    }
    return Svg.drawing("Demands, decisions and steps by day", bottom + 30, parts);
  }

  private TimeScale time() {
    List<Instant> all =
        Stream.of(
                played.demands().stream().map(Demand::madeAt),
                played.decisions().stream().map(Decision::happenedAt),
                played.scenario().steps().stream().limit(1).map(step -> step.at()),
                played.decisions().stream().map(one -> one.timetable().inForceFrom()),
                Stream.of(played.until()))
            .flatMap(instants -> instants)
            .sorted(Comparator.naturalOrder())
            .toList();
    Duration margin = Duration.ofHours(18);
    return new TimeScale(
        all.get(0).minus(margin), all.get(all.size() - 1).plus(margin), LEFT, RIGHT);
  }

  private static Html lane(double y, String name, String order, List<Html> bars) {
    List<Html> parts = new ArrayList<>();
    parts.add(Svg.text("name", "start", 0, y + 12, Words.shortened(name, 29)));
    parts.add(Svg.text("note", "start", 0, y + 28, Words.shortened(order, 36)));
    parts.addAll(bars);
    return Svg.group("lane", parts);
  }

  private List<Html> demand(TimeScale time, Demand demand, double y) {
    Instant end = demand.until().orElse(played.until());
    double from = time.x(demand.madeAt());
    double to = Math.max(from + 3, time.x(end));
    DemandState state =
        played.known().demandState(demand.id(), played.until()).orElse(DemandState.OPEN);
    return List.of(
        Svg.box("asked", from, y + 4, to - from, BAR),
        Svg.text("note", "start", to + 6, y + 16, Words.of(state)));
  }

  /** One bar from each move to the next. */
  private List<Html> decision(TimeScale time, Decision decision, double y) {
    List<Move> moves = played.known().moves(decision.id());
    List<Html> bars = new ArrayList<>();
    for (int i = 0; i < moves.size(); i++) {
      Instant end = i + 1 < moves.size() ? moves.get(i + 1).at() : time.to();
      double from = time.x(moves.get(i).at());
      bars.add(bar(decision, moves.get(i).to(), from, Math.max(from, time.x(end)), y));
    }
    return bars;
  }

  private static Html bar(
      Decision decision, DecisionState state, double from, double to, double y) {
    return switch (state) {
      case PROPOSED, TAKEN -> Svg.box("asked", from, y + 4, to - from, BAR);
      case ANNOUNCED -> Svg.box("announced", from, y + 4, to - from, BAR);
      case IN_FORCE ->
          Svg.box("in-force " + decision.order().measure().word(), from, y + 4, to - from, BAR);
      case LIFTED, SUPERSEDED -> Svg.text("note", "start", from + 6, y + 16, state.word());
    };
  }

  private void steps(List<Html> parts, TimeScale time, double bottom) {
    int number = 0;
    for (StepResult step : played.steps()) {
      double x = time.x(step.step().at());
      parts.add(Svg.line("step-line", x, TOP - 14, x, bottom));
      parts.add(
          Tag.tag("circle", "step-mark").with("cx", x).with("cy", TOP - 24).with("r", 10).alone());
      parts.add(Svg.text("step-number", "middle", x, TOP - 19.5, Integer.toString(++number)));
    }
  }
}

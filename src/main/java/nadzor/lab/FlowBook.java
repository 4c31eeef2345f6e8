package nadzor.lab;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadzor.censor.FlowEvent;

/** The flows behind their events, and the changes one by one; bounded. Not thread-safe. */
final class FlowBook {
  private final FlowLimits limits;
  private final Map<Long, OpenFlow> open = new LinkedHashMap<>();
  private final Deque<LiveFlow> closed = new ArrayDeque<>();
  private final Map<Long, LiveFlow> closedById = new HashMap<>();
  private final Deque<FlowChange> changes = new ArrayDeque<>();
  private long sequence;
  private long unlisted;

  FlowBook(FlowLimits limits) {
    this.limits = limits;
  }

  void take(FlowEvent event) {
    if (event instanceof FlowEvent.Opened opened) {
      open(opened);
    } else if (event instanceof FlowEvent.Asked asked) {
      bury(OpenFlow.question(asked));
    } else if (event instanceof FlowEvent.Judged judged) {
      judge(judged);
    } else if (event instanceof FlowEvent.Closed end) {
      Optional.ofNullable(open.remove(end.flow()))
          .ifPresent(flow -> bury(flow.closed(end.atNanos(), end.why())));
    }
  }

  private void open(FlowEvent.Opened opened) {
    if (open.size() >= limits.open()) {
      unlisted++;
      return;
    }
    OpenFlow flow = new OpenFlow(opened);
    open.put(opened.flow(), flow);
    change(FlowChange.What.OPENED, flow.picture(opened.atNanos()));
  }

  private void judge(FlowEvent.Judged judged) {
    Optional.ofNullable(open.get(judged.flow()))
        .ifPresent(
            flow -> {
              flow.add(judged.judgement());
              change(FlowChange.What.JUDGED, flow.picture(judged.atNanos()));
            });
  }

  /** Closes flows whose end was among the events that were lost. */
  void sweep(long nowNanos) {
    List<OpenFlow> over =
        open.values().stream().filter(flow -> !flow.gauge().closed().isEmpty()).toList();
    for (OpenFlow flow : over) {
      open.remove(flow.id());
      bury(flow.closed(nowNanos, flow.gauge().closed()));
    }
  }

  private void bury(LiveFlow flow) {
    closed.addFirst(flow);
    closedById.put(flow.id(), flow);
    if (closed.size() > limits.closed()) {
      closedById.remove(closed.removeLast().id());
    }
    change(FlowChange.What.CLOSED, flow);
  }

  private void change(FlowChange.What what, LiveFlow flow) {
    sequence++;
    changes.addLast(new FlowChange(sequence, what, flow));
    if (changes.size() > limits.changes()) {
      changes.removeFirst();
    }
  }

  FlowChanges since(long after, int most) {
    long first = sequence - changes.size() + 1;
    boolean complete = after >= first - 1 && after <= sequence;
    List<FlowChange> found = new ArrayList<>();
    for (FlowChange change : changes) {
      if ((change.sequence() > after || after > sequence) && found.size() < most) {
        found.add(change);
      }
    }
    long next = found.isEmpty() ? sequence : found.get(found.size() - 1).sequence();
    return new FlowChanges(found, next, complete);
  }

  FlowSnapshot snapshot(long nowNanos, long lost) {
    List<LiveFlow> living = open.values().stream().map(flow -> flow.picture(nowNanos)).toList();
    return new FlowSnapshot(sequence, nowNanos, living, List.copyOf(closed), lost, unlisted);
  }

  Optional<LiveFlow> flow(long id, long nowNanos) {
    return Optional.ofNullable(open.get(id))
        .map(flow -> flow.picture(nowNanos))
        .or(() -> Optional.ofNullable(closedById.get(id)));
  }
}

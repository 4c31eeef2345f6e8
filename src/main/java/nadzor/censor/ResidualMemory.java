package nadzor.censor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadzor.flow.FlowKey;

/**
 * What earlier triggers left behind in one network. Bounded: past its limit the oldest trigger is
 * forgotten. Thread-safe.
 */
final class ResidualMemory {
  private record Slot(Residual.Key kind, boolean datagrams, List<Object> parts) {}

  private record Trace(Residual residual, StreamRuling ruling, long untilNanos) {}

  private final int limit;
  private final Map<Slot, Trace> traces = new LinkedHashMap<>();
  private volatile boolean empty = true;

  ResidualMemory(int limit) {
    this.limit = limit;
  }

  /** Keeps a ruling for flows like this one. */
  void remember(
      Residual residual, FlowKey flow, boolean datagrams, StreamRuling ruling, long nowNanos) {
    long until = nowNanos + residual.duration().toNanos();
    synchronized (traces) {
      Slot slot = slot(residual.key(), flow, datagrams);
      traces.remove(slot);
      traces.put(slot, new Trace(residual, ruling, until));
      while (traces.size() > limit) {
        traces.remove(traces.keySet().iterator().next());
      }
      empty = false;
    }
  }

  /** The ruling that still holds for this flow. */
  Optional<StreamRuling> recall(FlowKey flow, boolean datagrams, long nowNanos) {
    if (empty) {
      return Optional.empty();
    }
    synchronized (traces) {
      for (Residual.Key kind : Residual.Key.values()) {
        Slot slot = slot(kind, flow, datagrams);
        Trace trace = traces.get(slot);
        if (trace != null && trace.untilNanos - nowNanos > 0) {
          renew(slot, trace, nowNanos);
          return Optional.of(trace.ruling);
        }
        traces.remove(slot);
      }
      empty = traces.isEmpty();
    }
    return Optional.empty();
  }

  /** Traffic of a flow that a trigger of its own, or an earlier one, restricts. */
  void renew(FlowKey flow, boolean datagrams, long nowNanos) {
    synchronized (traces) {
      for (Residual.Key kind : Residual.Key.values()) {
        Slot slot = slot(kind, flow, datagrams);
        Trace trace = traces.get(slot);
        if (trace != null && trace.untilNanos - nowNanos > 0) {
          renew(slot, trace, nowNanos);
          return;
        }
      }
    }
  }

  private void renew(Slot slot, Trace trace, long nowNanos) {
    if (trace.residual.renewed()) {
      long until = nowNanos + trace.residual.duration().toNanos();
      traces.remove(slot);
      traces.put(slot, new Trace(trace.residual, trace.ruling, until));
    }
  }

  int size() {
    synchronized (traces) {
      return traces.size();
    }
  }

  private static Slot slot(Residual.Key kind, FlowKey flow, boolean datagrams) {
    List<Object> parts = new ArrayList<>();
    parts.add(flow.client().address());
    parts.add(flow.server().address());
    if (kind != Residual.Key.ADDRESS_PAIR) {
      parts.add(flow.server().port());
    }
    if (kind == Residual.Key.FOUR_TUPLE) {
      parts.add(flow.client().port());
    }
    boolean both = kind == Residual.Key.ADDRESS_PAIR; // whatever is sent between the two
    return new Slot(kind, datagrams && !both, List.copyOf(parts));
  }
}

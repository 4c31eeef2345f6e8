package nadzor.censor;

import java.net.InetAddress;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nadzor.flow.FlowKey;

/**
 * What earlier triggers left behind in one network. Bounded: past its limit the oldest trigger is
 * forgotten. Thread-safe.
 */
final class ResidualMemory {
  /** Ports that a key leaves out are -1; so is the kind of flow, for a pair of addresses. */
  private record Slot(
      Residual.Key kind,
      int datagrams,
      InetAddress client,
      InetAddress server,
      int clientPort,
      int serverPort) {}

  private record Trace(Residual residual, StreamRuling ruling, long untilNanos) {}

  private static final int ANY = -1;

  private final int limit;
  private final Map<Slot, Trace> traces = new LinkedHashMap<>();
  private volatile boolean empty = true;

  ResidualMemory(int limit) {
    this.limit = limit;
  }

  /**
   * Keeps a ruling for flows like this one; of two for the same flows the one that lasts longer.
   */
  void remember(
      Residual residual, FlowKey flow, boolean datagrams, StreamRuling ruling, long nowNanos) {
    long until = nowNanos + residual.duration().toNanos();
    synchronized (traces) {
      Slot slot = slot(residual.key(), flow, datagrams);
      forgetExpired(nowNanos);
      Trace before = traces.get(slot);
      if (before != null && before.untilNanos - until > 0) {
        return;
      }
      traces.remove(slot);
      traces.put(slot, new Trace(residual, ruling, until));
      while (traces.size() > limit) {
        traces.remove(traces.keySet().iterator().next());
      }
      empty = false;
    }
  }

  /** The ruling that still holds for this flow; a residual that is renewed starts its time anew. */
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

  /** The oldest first, as far as they have run out: durations of one profile differ little. */
  private void forgetExpired(long nowNanos) {
    Iterator<Trace> oldest = traces.values().iterator();
    while (oldest.hasNext() && oldest.next().untilNanos - nowNanos <= 0) {
      oldest.remove();
    }
  }

  private static Slot slot(Residual.Key kind, FlowKey flow, boolean datagrams) {
    boolean pair = kind == Residual.Key.ADDRESS_PAIR; // whatever is sent between the two
    return new Slot(
        kind,
        pair ? ANY : datagrams ? 1 : 0,
        flow.client().address(),
        flow.server().address(),
        kind == Residual.Key.FOUR_TUPLE ? flow.client().port() : ANY,
        pair ? ANY : flow.server().port());
  }
}

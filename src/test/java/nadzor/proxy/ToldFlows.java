package nadzor.proxy;

import java.util.ArrayList;
import java.util.List;
import nadzor.censor.FlowEvent;
import nadzor.censor.FlowLog;

/** Keeps what it is told, up to a number of events. */
final class ToldFlows implements FlowLog {
  private final int limit;
  private final List<FlowEvent> events = new ArrayList<>();
  private int flows;

  ToldFlows(int limit) {
    this.limit = limit;
  }

  @Override
  public boolean isWanted() {
    return events.size() < limit;
  }

  @Override
  public long nextFlow() {
    return ++flows;
  }

  @Override
  public void tell(FlowEvent event) {
    events.add(event);
  }

  /** All of this type, in order. */
  <T extends FlowEvent> List<T> all(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  <T extends FlowEvent> T last(Class<T> type) {
    List<T> all = all(type);
    return all.get(all.size() - 1);
  }
}

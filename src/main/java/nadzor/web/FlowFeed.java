package nadzor.web;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpResponseWriter;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nadzor.lab.FlowChange;
import nadzor.lab.FlowChanges;
import nadzor.lab.FlowSnapshot;
import nadzor.lab.LiveFlow;
import nadzor.lab.LiveFlows;
import tools.jackson.databind.node.ObjectNode;

/**
 * The flows as server-sent events: each that changed, at most four times a second, and once a
 * second all that are open and move, with their rates. Lives on one event loop.
 */
final class FlowFeed {
  private static final int AT_ONCE = 1_000;
  private static final long TICK_MILLIS = 250;
  private static final int TICKS_A_SECOND = 4;
  private static final int TICKS_ALIVE = 60;
  private static final double NANOS = 1e9;

  private record Count(long up, long down, long nanos) {}

  private final String run;
  private final LiveFlows flows;
  private final Optional<String> network;
  private final HttpResponseWriter writer = HttpResponse.streaming();
  private final Map<Long, Count> counts = new HashMap<>();
  private long sequence;
  private long tick;
  private boolean busy;

  private FlowFeed(String run, LiveFlows flows, Optional<String> network) {
    this.run = run;
    this.flows = flows;
    this.network = network;
  }

  static HttpResponse open(Call call, String run, LiveFlows flows) {
    FlowFeed feed = new FlowFeed(run, flows, call.query("network"));
    call.context().clearRequestTimeout();
    return feed.begin(
        call.header("last-event-id").or(() -> call.query("after")),
        call.context().eventLoop().withoutContext());
  }

  private HttpResponse begin(Optional<String> after, EventLoop loop) {
    writer.write(ResponseHeaders.builder(200).contentType(MediaType.EVENT_STREAM).build());
    StringBuilder text = new StringBuilder(": simulation\n\n");
    sequence = flows.snapshot().sequence();
    if (after.isPresent()) {
      resume(after.get(), text);
    }
    writer.write(HttpData.ofUtf8(text));
    ScheduledFuture<?> ticks =
        loop.scheduleAtFixedRate(() -> tick(loop), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    var unused = writer.whenComplete().handle((done, failed) -> ticks.cancel(false));
    return writer;
  }

  private void resume(String id, StringBuilder text) {
    if (id.matches(run + "-[0-9]{1,18}")) {
      sequence = Long.parseLong(id.substring(run.length() + 1));
    } else {
      text.append("event: gap\ndata: {\"missed\":0}\n\n");
    }
  }

  private void tick(EventLoop loop) {
    tick++;
    if (busy || !writer.isOpen()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    FlowShape shape = new FlowShape(Instant.now(), flows.now());
    changed(shape, text);
    if (tick % TICKS_A_SECOND == 0) {
      moving(shape, text);
    }
    if (tick % TICKS_ALIVE == 0) {
      text.append(":\n\n");
    }
    if (text.length() > 0 && writer.tryWrite(HttpData.ofUtf8(text))) {
      busy = true;
      var unused = writer.whenConsumed().thenRunAsync(() -> busy = false, loop);
    }
  }

  private void changed(FlowShape shape, StringBuilder text) {
    FlowChanges since = flows.since(sequence, AT_ONCE);
    if (!since.complete()) {
      text.append("event: gap\ndata: {\"missed\":1}\n\n");
    }
    Map<Long, FlowChange> latest = new LinkedHashMap<>();
    since.list().forEach(change -> latest.put(change.flow().id(), change));
    latest.values().forEach(change -> tell(shape, change.flow(), change.sequence(), text));
    sequence = since.next();
  }

  private void moving(FlowShape shape, StringBuilder text) {
    FlowSnapshot all = flows.snapshot();
    counts.keySet().removeIf(id -> all.open().stream().noneMatch(flow -> flow.id() == id));
    for (LiveFlow flow : all.open()) {
      Count before = counts.getOrDefault(flow.id(), new Count(0, 0, flow.openedNanos()));
      boolean paced = flow.paceDown().isPresent() || flow.paceUp().isPresent();
      if (paced || before.up != flow.bytesUp() || before.down != flow.bytesDown()) {
        tell(shape, flow, sequence, text);
      }
      counts.put(flow.id(), new Count(flow.bytesUp(), flow.bytesDown(), shape.nanos()));
    }
  }

  private void tell(FlowShape shape, LiveFlow flow, long id, StringBuilder text) {
    if (network.filter(name -> !name.equals(flow.network())).isPresent()) {
      return;
    }
    ObjectNode node = shape.of(flow);
    Count before = counts.getOrDefault(flow.id(), new Count(0, 0, flow.openedNanos()));
    double seconds = Math.max(1, shape.nanos() - before.nanos) / NANOS;
    node.put("upRate", Math.round((flow.bytesUp() - before.up) / seconds));
    node.put("downRate", Math.round((flow.bytesDown() - before.down) / seconds));
    ObjectNode data = Json.object();
    data.set("flow", node);
    text.append("id: ").append(run).append('-').append(id);
    text.append("\nevent: flow\ndata: ").append(Json.write(data)).append("\n\n");
  }
}

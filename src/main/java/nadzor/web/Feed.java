package nadzor.web;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpResponseWriter;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import nadzor.office.Ring;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A ring as server-sent events (WHATWG HTML, section 9.2). Nothing waits for a slow reader: it is
 * given what the ring still holds, and told what it does not. Lives on one event loop.
 *
 * @param <T> what happens
 */
final class Feed<T> {
  /** One event. */
  record Event(String name, JsonNode data) {}

  private static final int AT_ONCE = 200;
  private static final long GATHER_MILLIS = 25;
  private static final long ALIVE_SECONDS = 15;

  private final String run;
  private final Ring<T> ring;
  private final Function<T, Optional<Event>> shape;
  private final Predicate<T> last;
  private final HttpResponseWriter writer = HttpResponse.streaming();
  private final EventLoop loop;
  private final AtomicBoolean due = new AtomicBoolean();
  private final Runnable reader = this::rouse;
  private long sent;
  private boolean busy;

  private Feed(
      Call call, String run, Ring<T> ring, Function<T, Optional<Event>> shape, Predicate<T> last) {
    this.run = run;
    this.ring = ring;
    this.shape = shape;
    this.last = last;
    loop = call.context().eventLoop().withoutContext();
    call.context().clearRequestTimeout();
  }

  /**
   * Streams a ring from where the reader was, or from now on.
   *
   * @param run what tells this server's numbers from those of an earlier one
   * @param shape gives nothing for what this reader does not want
   * @param last whether the stream ends after this
   */
  static <T> HttpResponse open(
      Call call, String run, Ring<T> ring, Function<T, Optional<Event>> shape, Predicate<T> last) {
    Feed<T> feed = new Feed<>(call, run, ring, shape, last);
    return feed.begin(call.header("last-event-id").or(() -> call.query("after")));
  }

  /** The same from the ring's first item on, where the reader does not say where it was. */
  static <T> HttpResponse whole(
      Call call, String run, Ring<T> ring, Function<T, Optional<Event>> shape, Predicate<T> last) {
    Feed<T> feed = new Feed<>(call, run, ring, shape, last);
    return feed.begin(call.header("last-event-id").or(() -> Optional.of(run + "-0")));
  }

  private HttpResponse begin(Optional<String> after) {
    writer.write(ResponseHeaders.builder(200).contentType(MediaType.EVENT_STREAM).build());
    boolean resumes = after.filter(id -> id.startsWith(run + "-")).isPresent();
    if (resumes) {
      sent = number(after.orElse(""));
    } else {
      sent = after.isPresent() ? 0 : ring.last();
    }
    writer.write(HttpData.ofUtf8(": simulation\n\n"));
    if (after.isPresent() && !resumes) {
      writer.write(HttpData.ofUtf8(gap(0)));
    }
    ring.watch(reader);
    ScheduledFuture<?> alive =
        loop.scheduleAtFixedRate(this::keepAlive, ALIVE_SECONDS, ALIVE_SECONDS, TimeUnit.SECONDS);
    var unused =
        writer
            .whenComplete()
            .handle(
                (done, failed) -> {
                  ring.unwatch(reader);
                  return alive.cancel(false);
                });
    rouse();
    return writer;
  }

  private static long number(String id) {
    try {
      return Long.parseLong(id.substring(id.lastIndexOf('-') + 1));
    } catch (NumberFormatException e) {
      throw Problem.malformed(
          new Fault("#header/Last-Event-ID", "'" + id + "'", "an id of this stream"));
    }
  }

  private void keepAlive() {
    var unused = writer.tryWrite(HttpData.ofUtf8(":\n\n"));
  }

  /** On any thread: what comes within a moment goes out together. */
  private void rouse() {
    if (due.compareAndSet(false, true)) {
      var unused = loop.schedule(this::pump, GATHER_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void pump() {
    due.set(false);
    if (busy || !writer.isOpen()) {
      return;
    }
    Ring.Batch<T> batch = ring.after(sent, AT_ONCE);
    StringBuilder text = new StringBuilder();
    if (batch.missed() > 0) {
      text.append(gap(batch.missed()));
    }
    long number = batch.last() - batch.items().size();
    boolean over = false;
    for (T item : batch.items()) {
      long id = ++number;
      shape.apply(item).ifPresent(event -> text.append(event(id, event)));
      over |= last.test(item);
    }
    sent = batch.last();
    send(text, over);
  }

  private void send(StringBuilder text, boolean over) {
    if (text.length() > 0 && writer.tryWrite(HttpData.ofUtf8(text))) {
      busy = true;
      var unused = writer.whenConsumed().thenRunAsync(this::free, loop);
    }
    if (over) {
      writer.close();
    } else if (!busy && ring.last() > sent) {
      rouse();
    }
  }

  private void free() {
    busy = false;
    if (ring.last() > sent) {
      rouse();
    }
  }

  private String event(long id, Event event) {
    return "id: %s-%d\nevent: %s\ndata: %s\n\n"
        .formatted(run, id, event.name(), Json.write(event.data()));
  }

  private static String gap(long missed) {
    ObjectNode data = Json.object();
    data.put("missed", missed);
    return "event: gap\ndata: " + Json.write(data) + "\n\n";
  }
}

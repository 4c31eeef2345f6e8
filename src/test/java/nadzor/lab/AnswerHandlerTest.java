package nadzor.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelId;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One connection in frozen time. */
class AnswerHandlerTest {
  private static final String GET = "GET /%s HTTP/1.1\r\nHost: site.test\r\n\r\n";
  private static final HttpLimits LIMITS =
      new HttpLimits(
          2, 200, Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(100));

  private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final Wire wire = new Wire();
  private final EmbeddedChannel channel = connect(wire);
  private int asked;

  /** A client that takes what is written when it is told to, like a slow network. */
  private static final class Wire extends ChannelOutboundHandlerAdapter {
    private final Queue<Runnable> held = new ArrayDeque<>();
    private boolean slow;

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
      Runnable delivery =
          () -> {
            ChannelFuture unused = ctx.writeAndFlush(message, promise);
          };
      if (slow) {
        held.add(delivery);
      } else {
        delivery.run();
      }
    }

    void deliver() {
      slow = false;
      while (!held.isEmpty()) {
        held.remove().run();
      }
    }
  }

  private EmbeddedChannel connect(Wire slowness) {
    EmbeddedChannel made = new EmbeddedChannel(DefaultChannelId.newInstance());
    made.freezeTime();
    made.config().setAutoRead(false);
    made.pipeline().addLast(slowness);
    made.pipeline().addLast(new HttpPipeline(this::answer, Optional.empty(), LIMITS, open));
    made.pipeline().fireChannelActive();
    return made;
  }

  private Answer answer(Asked request) {
    asked++;
    return Answer.text(HttpResponseStatus.OK, "answer to " + request.path());
  }

  @AfterEach
  void nothingIsLeft() {
    channel.finishAndReleaseAll();
    assertTrue(open.isEmpty());
  }

  private void send(String text) {
    channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    channel.checkException();
  }

  private String received() {
    StringBuilder text = new StringBuilder();
    for (Object part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
      ByteBuf octets = (ByteBuf) part;
      text.append(octets.toString(StandardCharsets.US_ASCII));
      octets.release();
    }
    return text.toString();
  }

  private void pass(long seconds) {
    channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
  }

  @Test
  void pipelinedRequestsAreAnsweredInOrder() {
    send(GET.formatted("a") + GET.formatted("b") + GET.formatted("c"));
    String answers = received();
    assertEquals(3, asked);
    assertTrue(answers.indexOf("answer to /a") < answers.indexOf("answer to /b"), answers);
    assertTrue(answers.indexOf("answer to /b") < answers.indexOf("answer to /c"), answers);
    assertTrue(channel.isActive());
  }

  @Test
  void theNextRequestWaitsUntilTheAnswerHasLeft() {
    wire.slow = true;
    send(GET.formatted("a") + GET.formatted("b").repeat(50));
    assertEquals(1, asked, "50 more lie there, and no answer is made of them");
    wire.deliver();
    assertEquals(51, asked);
    received();
  }

  @Test
  void aRequestMayComeInPieces() {
    String request = GET.formatted("a");
    for (int i = 0; i < request.length(); i++) {
      assertEquals(0, asked);
      send(request.substring(i, i + 1));
    }
    assertEquals(1, asked);
    assertTrue(received().endsWith("answer to /a\n"));
  }

  @Test
  void aBodyIsDroppedAsItComes() {
    send("POST /p HTTP/1.1\r\nHost: site.test\r\nContent-Length: 30000\r\n\r\n");
    for (int i = 0; i < 30; i++) {
      assertEquals(0, asked);
      send("x".repeat(1000));
    }
    assertEquals(1, asked);
    send(GET.formatted("a"));
    assertEquals(2, asked);
    received();
  }

  @Test
  void silenceIsClosed() {
    pass(9);
    assertTrue(channel.isActive());
    pass(1);
    assertFalse(channel.isActive());
  }

  @Test
  void aTrickleIsClosedToo() {
    for (int second = 0; second < 10; second++) {
      assertTrue(channel.isActive());
      send(second == 0 ? "GET /" : "x");
      pass(1);
    }
    assertFalse(channel.isActive());
    assertEquals(0, asked);
  }

  @Test
  void eachRequestHasItsOwnTime() {
    for (int i = 0; i < 5; i++) {
      pass(9);
      send(GET.formatted("a"));
    }
    assertEquals(5, asked);
    assertTrue(channel.isActive());
    received();
  }

  @Test
  void anAnswerThatNobodyTakesIsClosed() {
    wire.slow = true;
    send(GET.formatted("a"));
    pass(99);
    assertTrue(channel.isActive());
    pass(1);
    assertFalse(channel.isActive());
    wire.deliver();
  }

  /** Columns: what is sent, the status, each closed then. */
  @ParameterizedTest
  @CsvSource({
    "garbage,400",
    "'GET /xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        + "xxxxxxxxxxxxxxxxxx HTTP/1.1',414",
    "many,431"
  })
  void refusesAndCloses(String first, int status) {
    String fields = "X: y\r\n".repeat(first.equals("many") ? 10_000 : 1);
    String line = first.equals("many") ? "GET / HTTP/1.1" : first;
    send(line + "\r\n" + fields + "\r\n");
    String answer = received();
    assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
    assertEquals(0, asked);
    assertFalse(channel.isActive());
  }

  @Test
  void oneConnectionTooManyIsClosed() {
    EmbeddedChannel second = connect(new Wire());
    EmbeddedChannel third = connect(new Wire());
    assertTrue(second.isActive());
    assertFalse(third.isActive());
    second.finishAndReleaseAll();
    EmbeddedChannel fourth = connect(new Wire());
    assertTrue(fourth.isActive());
    fourth.finishAndReleaseAll();
  }
}

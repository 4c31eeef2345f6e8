package nadzor.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.stream.ChunkedWriteHandler;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A paced body in frozen time. */
class PacedBodyTest {
  private static final int LENGTH = 10_000;

  private final ChannelInboundHandlerAdapter last = new ChannelInboundHandlerAdapter();
  private final EmbeddedChannel channel = new EmbeddedChannel();

  private ChannelHandlerContext begin(long rate) {
    channel.freezeTime();
    channel.pipeline().addLast(new ChunkedWriteHandler());
    channel.pipeline().addLast("last", last);
    ChannelHandlerContext ctx = channel.pipeline().context(last);
    var unused = channel.writeAndFlush(new PacedBody(new byte[LENGTH], rate, ctx));
    return ctx;
  }

  private int received() {
    int octets = 0;
    for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
      octets += part.readableBytes();
      part.release();
    }
    return octets;
  }

  private void pass(long millis) {
    for (long i = 0; i < millis; i += 10) {
      channel.advanceTimeBy(10, TimeUnit.MILLISECONDS);
      channel.runPendingTasks();
    }
  }

  /** Columns: octets per second, milliseconds, octets by then; the first piece leaves at once. */
  @ParameterizedTest
  @CsvSource({
    "1000,0,100", "1000,90,100", "1000,100,200", "1000,2000,2100", "1000,9900,10000",
    "1000,20000,10000", "3,0,1", "3,10000,30", "1,60000,61", "1000000000,0,10000"
  })
  void neverFasterAndHardlySlower(long rate, long millis, int octets) {
    begin(rate);
    pass(millis);
    assertEquals(octets, received(), 1.0);
    channel.finishAndReleaseAll();
  }

  @Test
  void nothingIsLeftWhenTheClientGoes() {
    begin(1000);
    channel.close().syncUninterruptibly();
    pass(1000);
    assertEquals(100, received());
    channel.finishAndReleaseAll();
  }
}

package nadzor.lab;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.stream.ChunkedInput;
import io.netty.handler.stream.ChunkedWriteHandler;
import io.netty.util.concurrent.Future;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A body that leaves at a rate: a piece, a pause, a piece, ten times a second or, where that would
 * be less than an octet, octet by octet. Never faster than the rate. Belongs to one event loop.
 */
final class PacedBody implements ChunkedInput<ByteBuf> {
  private static final int PIECES_PER_SECOND = 10;

  private final ByteBuf body;
  private final ChannelHandlerContext ctx;
  private final int piece;
  private final long pauseNanos;
  private boolean paused;
  private Optional<Future<?>> waiting = Optional.empty();

  /** Of octets that are not copied and not changed. */
  PacedBody(byte[] octets, long octetsPerSecond, ChannelHandlerContext ctx) {
    this.body = Unpooled.wrappedBuffer(octets);
    this.ctx = ctx;
    piece = (int) Math.min(octets.length, Math.max(1, octetsPerSecond / PIECES_PER_SECOND));
    pauseNanos = TimeUnit.SECONDS.toNanos(piece) / octetsPerSecond;
  }

  @Override
  public boolean isEndOfInput() {
    return !body.isReadable();
  }

  @Override
  public @Nullable ByteBuf readChunk(ByteBufAllocator allocator) {
    if (paused) {
      return null; // Netty's word for: later, after resumeTransfer()
    }
    paused = true;
    waiting = Optional.of(ctx.executor().schedule(this::resume, pauseNanos, TimeUnit.NANOSECONDS));
    return body.readRetainedSlice(Math.min(piece, body.readableBytes()));
  }

  private void resume() {
    paused = false;
    Optional.ofNullable(ctx.pipeline().get(ChunkedWriteHandler.class))
        .ifPresent(ChunkedWriteHandler::resumeTransfer);
  }

  @Override
  public void close() {
    waiting.ifPresent(timer -> timer.cancel(false));
    body.release();
  }

  @Override
  public long length() {
    return body.capacity();
  }

  @Override
  public long progress() {
    return body.readerIndex();
  }

  @Deprecated // by Netty, which still declares it
  @SuppressWarnings("InlineMeSuggester") // nobody calls it
  @Override
  public @Nullable ByteBuf readChunk(ChannelHandlerContext context) {
    return readChunk(context.alloc());
  }
}

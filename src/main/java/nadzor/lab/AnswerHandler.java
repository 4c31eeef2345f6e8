package nadzor.lab;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpChunkedInput;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.handler.stream.ChunkedInput;
import io.netty.handler.stream.ChunkedStream;
import io.netty.util.concurrent.Future;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Answers the requests of one connection one after the other: the next is read when the last answer
 * has left, so a client that pipelines without reading costs no memory. Request bodies are dropped
 * as they come. Belongs to one event loop.
 */
final class AnswerHandler extends SimpleChannelInboundHandler<HttpObject> {
  private static final int CHUNK = 8192;

  private final Responder responder;
  private final HttpLimits limits;
  private Optional<Asked> asked = Optional.empty();
  private boolean answering;
  private Optional<Future<?>> deadline = Optional.empty();

  AnswerHandler(Responder responder, HttpLimits limits) {
    this.responder = responder;
    this.limits = limits;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    awaitRequest(ctx);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    deadline.ifPresent(timer -> timer.cancel(false));
  }

  /** A read that was asked for before this moment is spent: it is asked for again. */
  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    if (!answering) {
      ctx.read();
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, HttpObject part) {
    if (part.decoderResult().isFailure()) {
      Answer refusal = Answer.text(statusOf(part.decoderResult().cause()), "refused");
      send(ctx, refusal, false).addListener(ChannelFutureListener.CLOSE);
      return;
    }
    if (part instanceof HttpRequest head) {
      asked = Optional.of(Asked.of(head));
    }
    if (part instanceof LastHttpContent && asked.isPresent()) {
      answer(ctx, asked.get());
    } else {
      ctx.read();
    }
  }

  private void answer(ChannelHandlerContext ctx, Asked request) {
    asked = Optional.empty();
    Answer answer = responder.answer(request);
    boolean headOnly = request.method().equals(HttpMethod.HEAD);
    long before = answer.slowness().map(slow -> slow.before().toNanos()).orElse(0L);
    if (before == 0) {
      give(ctx, answer, headOnly);
      return;
    }
    answering = true;
    deadline.ifPresent(timer -> timer.cancel(false));
    deadline =
        Optional.of(
            ctx.executor()
                .schedule(() -> give(ctx, answer, headOnly), before, TimeUnit.NANOSECONDS));
  }

  private void give(ChannelHandlerContext ctx, Answer answer, boolean headOnly) {
    send(ctx, answer, headOnly)
        .addListener(
            sent -> {
              if (sent.isSuccess() && ctx.channel().isActive()) {
                awaitRequest(ctx);
              } else {
                close(ctx);
              }
            });
  }

  private ChannelFuture send(ChannelHandlerContext ctx, Answer answer, boolean headOnly) {
    answering = true;
    closeAfter(ctx, limits.response());
    HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, answer.status());
    answer.headers().forEach(head.headers()::set);
    head.headers().set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
    if (!answer.status().equals(HttpResponseStatus.NO_CONTENT)) {
      head.headers().set(HttpHeaderNames.CONTENT_LENGTH, answer.body().length);
    }
    ctx.write(head).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    return headOnly || answer.body().length == 0
        ? ctx.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT)
        : ctx.writeAndFlush(new HttpChunkedInput(body(ctx, answer)));
  }

  private static ChunkedInput<ByteBuf> body(ChannelHandlerContext ctx, Answer answer) {
    OptionalLong rate =
        answer.slowness().map(Slowness::octetsPerSecond).orElse(OptionalLong.empty());
    return rate.isPresent()
        ? new PacedBody(answer.body(), rate.getAsLong(), ctx)
        : new ChunkedStream(new ByteArrayInputStream(answer.body()), CHUNK);
  }

  private void awaitRequest(ChannelHandlerContext ctx) {
    answering = false;
    closeAfter(ctx, limits.request());
    ctx.read();
  }

  private void closeAfter(ChannelHandlerContext ctx, Duration limit) {
    deadline.ifPresent(timer -> timer.cancel(false));
    deadline =
        Optional.of(
            ctx.executor().schedule(() -> close(ctx), limit.toNanos(), TimeUnit.NANOSECONDS));
  }

  private static void close(ChannelHandlerContext ctx) {
    ChannelFuture unused = ctx.close(); // nothing is left to do, whether it fails or not
  }

  private static HttpResponseStatus statusOf(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return HttpResponseStatus.REQUEST_URI_TOO_LONG;
    }
    return cause instanceof TooLongHttpHeaderException
        ? HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
        : HttpResponseStatus.BAD_REQUEST;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    close(ctx); // resets, broken TLS: the client's affair, and measured by the client
  }
}

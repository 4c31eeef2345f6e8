package nadzor.dns;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.timeout.IdleStateEvent;
import java.net.InetSocketAddress;
import nadzor.flow.DnsAsking;
import nadzor.wire.DnsQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the requests of one HTTP/1.1 connection, one after the other, or the one of an HTTP/2
 * stream (RFC 8484). A request that meets silence stays without a response until the idle limit.
 */
final class DohHandler extends SimpleChannelInboundHandler<FullHttpRequest>
    implements Asker, ReturnPath {
  private static final Logger LOG = LoggerFactory.getLogger(DohHandler.class);

  private final Channel channel;
  private final Desk desk;
  private final Runnable life;
  private boolean serving;
  private boolean waiting;

  /**
   * @param life told of each whole request and each response
   */
  DohHandler(Channel channel, Desk desk, Runnable life) {
    this.channel = channel;
    this.desk = desk;
    this.life = life;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    life.run();
    serving = true;
    waiting = true;
    DohRequest asked = DohRequest.of(request);
    if (asked.status().equals(HttpResponseStatus.OK)) {
      serve(asked.message());
    } else {
      refuse(asked.status(), request.decoderResult().isFailure());
    }
    serving = false;
    updateReading();
  }

  /** Not before the last request has its response, nor while the client takes none. */
  private void updateReading() {
    channel.config().setAutoRead(!waiting && channel.isWritable());
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    updateReading();
  }

  private void serve(ByteBuf message) {
    int length = message.readableBytes();
    message.getBytes(message.readerIndex(), desk.in(), 0, length);
    int answered = desk.serve(length, this);
    if (answered > 0) {
      send(desk.out(), answered, desk.isRestricted());
    } else if (answered == Desk.NO_QUERY) {
      refuse(HttpResponseStatus.BAD_REQUEST, false);
    } else if (answered == Desk.BUSY) {
      refuse(HttpResponseStatus.SERVICE_UNAVAILABLE, false);
    }
  }

  @Override
  public void send(byte[] message, int length, boolean restricted) {
    FullHttpResponse response =
        response(
            HttpResponseStatus.OK,
            channel.alloc().directBuffer(length).writeBytes(message, 0, length),
            Freshness.of(message, length, restricted));
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, DohRequest.MEDIA_TYPE);
    write(response);
  }

  /** The request stays without a response. */
  @Override
  public void nothing() {}

  /**
   * @param broken where nobody knows where the next request begins
   */
  private void refuse(HttpResponseStatus status, boolean broken) {
    FullHttpResponse response = response(status, Unpooled.EMPTY_BUFFER, Freshness.NONE);
    HttpHeaders headers = response.headers();
    if (status.equals(HttpResponseStatus.METHOD_NOT_ALLOWED)) {
      headers.set(HttpHeaderNames.ALLOW, "GET, POST");
    }
    if (broken) {
      headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
    write(response);
  }

  private static FullHttpResponse response(HttpResponseStatus status, ByteBuf body, String kept) {
    FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
        .set(HttpHeaderNames.CACHE_CONTROL, kept);
    return response;
  }

  private void write(FullHttpResponse response) {
    life.run();
    Outgoing.write(channel, response);
    channel.flush();
    waiting = false;
    if (!serving) {
      updateReading();
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof IdleStateEvent) {
      Outgoing.leave(channel);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    LOG.debug("a DNS over HTTPS request ends", cause);
    Outgoing.leave(channel);
  }

  @Override
  public DnsAsking asking() {
    return DnsAsking.HTTPS;
  }

  @Override
  public InetSocketAddress client() {
    return (InetSocketAddress) channel.remoteAddress();
  }

  @Override
  public int limit(DnsQuery query) {
    return Dns.MAX_MESSAGE;
  }

  @Override
  public ReturnPath later() {
    return this;
  }
}

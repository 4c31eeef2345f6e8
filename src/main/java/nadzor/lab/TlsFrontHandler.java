package nadzor.lab;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.util.Optional;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;

/**
 * Connects to who serves once the handshake is done; from then on each side is read when the other
 * has taken what was read before. Belongs to one connection.
 */
final class TlsFrontHandler extends ChannelInboundHandlerAdapter {
  private final Transport transport;
  private final Endpoint behind;
  private Optional<Channel> server = Optional.empty();

  TlsFrontHandler(Transport transport, Endpoint behind) {
    this.transport = transport;
    this.behind = behind;
  }

  /** Asks for the handshake alone, past the flow control: what follows it waits there. */
  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    ctx.pipeline().firstContext().read();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof SslHandshakeCompletionEvent handshake) {
      if (handshake.isSuccess()) {
        connect(ctx);
      } else {
        Relaying.end(ctx.channel());
      }
    }
  }

  private void connect(ChannelHandlerContext ctx) {
    ChannelFuture connecting =
        new Bootstrap()
            .group(ctx.channel().eventLoop())
            .channel(transport.stream())
            .option(ChannelOption.AUTO_READ, false)
            .option(ChannelOption.TCP_NODELAY, true)
            .handler(new Relaying(ctx.channel()))
            .connect(behind.toSocketAddress());
    server = Optional.of(connecting.channel());
    connecting.addListener(
        connected -> {
          if (connected.isSuccess() && ctx.channel().isActive()) {
            ctx.pipeline().replace(this, "relaying", new Relaying(connecting.channel()));
            connecting.channel().read();
            ctx.channel().read();
          } else {
            Relaying.end(ctx.channel());
            Relaying.end(connecting.channel());
          }
        });
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    server.ifPresent(Relaying::end);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    Relaying.end(ctx.channel()); // resets, broken TLS: the client's affair
  }

  /** Hands on what one side sends to the other. Belongs to one connection. */
  private static final class Relaying extends ChannelInboundHandlerAdapter {
    private final Channel other;
    private int untaken;

    Relaying(Channel other) {
      this.other = other;
    }

    /** Lets go what is written, then closes. */
    static void end(Channel channel) {
      ChannelFuture unused =
          channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      untaken++;
      other.writeAndFlush(message).addListener(written -> taken(ctx, written.isSuccess()));
    }

    private void taken(ChannelHandlerContext ctx, boolean well) {
      untaken--;
      if (!well) {
        end(ctx.channel());
      } else if (untaken == 0) {
        ctx.read();
      }
    }

    /** A read that was asked for before this moment is spent: it is asked for again. */
    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
      if (untaken == 0) {
        ctx.read();
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      end(other);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      end(ctx.channel());
    }
  }
}

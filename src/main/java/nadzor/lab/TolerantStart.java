package nadzor.lab;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/**
 * Passes over what stands before a ClientHello: a record of an unknown or a scrambled type, a
 * ChangeCipherSpec, any octets, as techniques put them there to mislead a filter (Xue et al.,
 * "Throttling Twitter", IMC 2021, section on circumvention). Looks for a handshake record (RFC 8446
 * section 5.1) that begins with a ClientHello, then steps aside. Closes after 16 KiB without one.
 * Belongs to one connection.
 */
final class TolerantStart extends ByteToMessageDecoder {
  static final int MOST = 16_384;

  private static final int HEADER = 5;

  /** Of the handshake: type, length (3 octets), version (2 octets). */
  private static final int LOOKED_AT = 6;

  private int dropped;

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    while (in.isReadable()) {
      Guess guess = guess(in);
      if (guess == Guess.UNDECIDED) {
        return;
      }
      if (guess == Guess.HELLO) {
        ctx.pipeline().remove(this); // what is gathered goes on to TLS
        return;
      }
      in.skipBytes(1);
      if (++dropped > MOST) {
        in.skipBytes(in.readableBytes());
        ChannelFuture unused = ctx.close(); // nothing is left to do, whether it fails or not
        return;
      }
    }
  }

  private enum Guess {
    HELLO,
    NO_HELLO,
    UNDECIDED
  }

  /** Compares what is there with what a hello's first octets can be. */
  private static Guess guess(ByteBuf in) {
    int start = in.readerIndex();
    int there = in.readableBytes();
    for (int i = 0; i < Math.min(there, HEADER); i++) {
      if (!fitsHeader(i, in.getUnsignedByte(start + i))) {
        return Guess.NO_HELLO;
      }
    }
    if (there < HEADER) {
      return Guess.UNDECIDED;
    }
    int length = in.getUnsignedShort(start + 3);
    if (length == 0 || length > MOST) {
      return Guess.NO_HELLO;
    }
    int wanted = Math.min(length, LOOKED_AT);
    for (int i = 0; i < Math.min(there - HEADER, wanted); i++) {
      if (!fitsHello(i, in.getUnsignedByte(start + HEADER + i))) {
        return Guess.NO_HELLO;
      }
    }
    return there - HEADER < wanted ? Guess.UNDECIDED : Guess.HELLO;
  }

  /** Handshake, version 3.0 to 3.4, a length. */
  private static boolean fitsHeader(int at, int octet) {
    return switch (at) {
      case 0 -> octet == 22;
      case 1 -> octet == 3;
      case 2 -> octet <= 4;
      default -> true;
    };
  }

  /** ClientHello, a length below 64 KiB, version 3.0 to 3.4. */
  private static boolean fitsHello(int at, int octet) {
    return switch (at) {
      case 0 -> octet == 1;
      case 1 -> octet == 0;
      case 4 -> octet == 3;
      case 5 -> octet <= 4;
      default -> true;
    };
  }
}

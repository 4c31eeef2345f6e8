package nadzor.dns;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;

/**
 * Direct memory that the answers of one batch are cut from, used again once they are sent. Belongs
 * to one event loop.
 */
final class AnswerSlab implements AutoCloseable {
  private static final int SIZE = 64 * 1024;

  private ByteBuf slab = Unpooled.EMPTY_BUFFER;

  /** A buffer with these octets, to be released by who gets it; at most {@value #SIZE} of them. */
  ByteBuf cut(ByteBufAllocator allocator, byte[] octets, int length) {
    if (slab.writableBytes() < length) {
      slab.release(); // what was cut from it keeps it alive
      slab = allocator.directBuffer(SIZE, SIZE);
    }
    int at = slab.writerIndex();
    slab.writeBytes(octets, 0, length);
    return slab.retainedSlice(at, length);
  }

  /** To be called between batches: starts over where everything has left. */
  void settle() {
    if (slab.refCnt() == 1) {
      slab.clear();
    }
  }

  @Override
  public void close() {
    slab.release();
    slab = Unpooled.EMPTY_BUFFER;
  }
}

package nadzor.proxy;

import io.netty.buffer.AbstractByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * Gives a channel no more than this many octets to read at once, so that ten thousand slow flows do
 * not hold 64 KiB each. Thread-safe.
 */
final class Sips extends AbstractByteBufAllocator {
  private final ByteBufAllocator whole;
  private final int most;

  Sips(ByteBufAllocator whole, int most) {
    super(whole.isDirectBufferPooled());
    this.whole = whole instanceof Sips sips ? sips.whole : whole;
    this.most = most;
  }

  /** What it takes from. */
  ByteBufAllocator whole() {
    return whole;
  }

  @Override
  public ByteBuf ioBuffer(int initialCapacity) {
    return whole.ioBuffer(Math.min(initialCapacity, most));
  }

  @Override
  protected ByteBuf newHeapBuffer(int initialCapacity, int maxCapacity) {
    return whole.heapBuffer(initialCapacity, maxCapacity);
  }

  @Override
  protected ByteBuf newDirectBuffer(int initialCapacity, int maxCapacity) {
    return whole.directBuffer(initialCapacity, maxCapacity);
  }

  @Override
  public boolean isDirectBufferPooled() {
    return whole.isDirectBufferPooled();
  }
}

package nadzor.load;

import io.netty.buffer.ByteBufAllocator;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;

/** The memory of this process, looked at from within. */
final class SubjectMemory {
  private static final int ROUNDS = 3;
  private static final int BUFFERS = 100;

  private SubjectMemory() {}

  /** The octets on the heap that are in use after a collection. */
  static long heap() throws InterruptedException {
    collect();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** The octets of direct buffers. */
  static long direct() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }

  /** Takes a buffer and forgets it: what the detector is there for. */
  static void leak() {
    for (int i = 0; i < BUFFERS; i++) {
      var unused = ByteBufAllocator.DEFAULT.directBuffer(64);
    }
  }

  /** Lets Netty's detector report what was collected without a release: it does so as it counts. */
  static void reportLeaks() throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      collect();
      for (int i = 0; i < BUFFERS; i++) {
        ByteBufAllocator.DEFAULT.directBuffer(64).release();
        ByteBufAllocator.DEFAULT.heapBuffer(64).release();
      }
    }
  }

  /** Collects until a reference that died in the same collection has been handed over. */
  private static void collect() throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      ReferenceQueue<Object> queue = new ReferenceQueue<>();
      WeakReference<Object> witness = new WeakReference<>(new Object(), queue);
      System.gc();
      if (queue.remove(TimeUnit.SECONDS.toMillis(10)) != witness) {
        throw new IllegalStateException("nothing was collected");
      }
    }
  }
}

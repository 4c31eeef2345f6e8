package nadzor.probe;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One channel and the selector that waits for it: unlike a blocking socket this bounds writes too,
 * and ends on an interrupt. Not thread-safe.
 */
final class Readiness implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Readiness.class);

  private final SelectableChannel channel;
  private final Selector selector;
  private final SelectionKey key;

  /** Takes the channel over: {@link #close} closes it, and so does a failure here. */
  Readiness(SelectableChannel channel) throws IOException {
    this.channel = channel;
    try {
      channel.configureBlocking(false);
      selector = Selector.open();
    } catch (IOException e) {
      closeQuietly(channel);
      throw e;
    }
    key = channel.register(selector, 0);
  }

  /** Returns once the operation (of {@link SelectionKey}) is possible. */
  void await(int operation, Deadline until) throws Failed, IOException {
    until.check();
    key.interestOps(operation);
    int ready = selector.select(until.remainingMillis());
    selector.selectedKeys().clear();
    if (Thread.currentThread().isInterrupted()) {
      throw new Failed(Failure.of(Failure.Name.INTERRUPTED));
    }
    if (ready == 0) {
      throw new Failed(Failure.of(Failure.Name.GENERIC_TIMEOUT_ERROR));
    }
  }

  @Override
  public void close() {
    closeQuietly(channel);
    closeQuietly(selector);
  }

  private static void closeQuietly(Closeable resource) {
    try {
      resource.close();
    } catch (IOException e) {
      log.debug("closing {}", resource, e);
    }
  }
}

package nadzor.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Downloads through {@link ThrottleBench}: {@code PROXY-PORT ORIGIN-PORT FLOWS SECONDS RATE}. It is
 * the origin too, which sends as fast as it is read. Counts what every flow got in a window that
 * begins once all of them have had their first octets, and prints the spread against the rate.
 */
public final class ThrottleLoad {
  private static final byte[] REQUEST =
      "GET / HTTP/1.1\r\nHost: slow.test\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int CHUNK = 4 * 1024;

  private final Selector selector;
  private final ByteBuffer input = ByteBuffer.allocateDirect(64 * 1024);
  private final ByteBuffer output = ByteBuffer.allocateDirect(CHUNK);
  private final List<Flow> flows = new ArrayList<>();

  private static final class Flow {
    private long octets;
  }

  private ThrottleLoad(Selector selector) {
    this.selector = selector;
  }

  /** Runs once, bounded by its seconds. */
  public static void main(String[] arguments) throws IOException {
    int[] numbers = Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
    try (Selector selector = Selector.open();
        ServerSocketChannel origin = ServerSocketChannel.open()) {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      origin.bind(new InetSocketAddress(loopback, numbers[1]), 4_096).configureBlocking(false);
      var unused = origin.register(selector, SelectionKey.OP_ACCEPT);
      ThrottleLoad load = new ThrottleLoad(selector);
      load.open(new InetSocketAddress(loopback, numbers[0]), numbers[2]);
      load.measure(numbers[3], numbers[4]);
    }
  }

  private void open(InetSocketAddress proxy, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      SocketChannel client = SocketChannel.open();
      client.setOption(StandardSocketOptions.SO_RCVBUF, 8 * 1024);
      client.connect(proxy);
      int sent = client.write(ByteBuffer.wrap(REQUEST));
      if (sent != REQUEST.length) {
        throw new IOException("a request went out in part");
      }
      Flow flow = new Flow();
      flows.add(flow);
      client.configureBlocking(false);
      var unused = client.register(selector, SelectionKey.OP_READ, flow);
      pump(0);
    }
  }

  private void measure(int seconds, int rate) throws IOException {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (flows.stream().anyMatch(flow -> flow.octets == 0) && System.nanoTime() < deadline) {
      pump(100);
    }
    long from = System.nanoTime();
    long[] before = flows.stream().mapToLong(flow -> flow.octets).toArray();
    while (System.nanoTime() - from < seconds * 1_000_000_000L) {
      pump(100);
    }
    double elapsed = (System.nanoTime() - from) / 1e9;
    double[] rates = new double[flows.size()];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = (flows.get(i).octets - before[i]) / elapsed / rate;
    }
    Arrays.sort(rates);
    System.out.printf(
        "flows %d, window %.1f s, share of the rate: min %.3f, 1%% %.3f, median %.3f, 99%% %.3f, max %.3f%n",
        rates.length,
        elapsed,
        rates[0],
        rates[rates.length / 100],
        rates[rates.length / 2],
        rates[rates.length - 1 - rates.length / 100],
        rates[rates.length - 1]);
  }

  private void pump(long millis) throws IOException {
    int ready = millis == 0 ? selector.selectNow() : selector.select(millis);
    if (ready == 0) {
      return;
    }
    for (SelectionKey key : selector.selectedKeys()) {
      serve(key);
    }
    selector.selectedKeys().clear();
  }

  private void serve(SelectionKey key) throws IOException {
    if (key.isAcceptable()) {
      for (SocketChannel come; (come = ((ServerSocketChannel) key.channel()).accept()) != null; ) {
        come.setOption(StandardSocketOptions.SO_SNDBUF, 8 * 1024).configureBlocking(false);
        var unused = come.register(selector, SelectionKey.OP_WRITE);
      }
    } else if (key.isWritable()) {
      output.clear();
      int unused = ((SocketChannel) key.channel()).write(output);
    } else if (key.isReadable()) {
      input.clear();
      int read = ((SocketChannel) key.channel()).read(input);
      ((Flow) key.attachment()).octets += Math.max(0, read);
      if (read < 0) {
        key.cancel();
      }
    }
  }
}

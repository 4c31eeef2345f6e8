package nadzor.blocklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import nadzor.flow.Addresses;
import nadzor.flow.NameView;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts what is allocated for asking which measures are ordered. */
class OrdersAllocationTest {
  private static final int ASKED = 100_000;
  private static final int ROUNDS = 10;

  /** Class loading and the compiler's own doings; less than a third of an octet per question. */
  private static final long SLACK = 32 * 1024;

  /** What an address hands its octets out as: an array of 4 or 16, with its header. */
  private static final int COPY_4 = 24;

  private static final int COPY_16 = 32;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** One question, asked again and again, and the octets that each may take. */
  record Question(String about, int expected, int octets, IntSupplier orders) {
    @Override
    public String toString() {
      return about;
    }
  }

  private static Blocklist layered() {
    Blocklist base =
        Lists.of(
            ".a.test", "*a.te*", "*x.a.test", "www.*", "192.0.2.0/24", "*:443", "http://a.test/x");
    List<Rule> removed = List.of(Lists.block("*x.a.test"), Lists.block("192.0.2.0/24"));
    List<Rule> added = List.of(Lists.throttle("*.a.test"), Lists.throttle("192.0.2.7:443"));
    return base.next(2, added, removed);
  }

  static Stream<Question> questions() {
    Blocklist list = layered();
    NameView hit = NameView.of("www.x.a.test");
    NameView miss = NameView.of("allowed.example.org");
    InetAddress four = Addresses.parse("192.0.2.7");
    InetAddress six = Addresses.parse("2001:db8::1");
    return Stream.of(
        new Question("a name that is listed", 3, 0, () -> list.orders(hit)),
        new Question("a name that is not", 0, 0, () -> list.orders(miss)),
        new Question("a whole name", 0, 0, () -> list.ordersExactly(hit)),
        new Question("a name without rules", 0, 0, () -> list.find(miss).orders()),
        new Question("an address", 3, COPY_4, () -> list.orders(four, 443)),
        new Question("an IPv6 address", 1, COPY_16, () -> list.orders(six, 443)),
        new Question("a URL elsewhere", 0, 0, () -> list.findUrl(miss, "/x").orders()));
  }

  private static int ask(Question question) {
    int orders = 0;
    for (int i = 0; i < ASKED; i++) {
      orders |= question.orders().getAsInt();
    }
    return orders;
  }

  private static long allocated(Question question) {
    long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    int orders = ask(question);
    long after = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    assertEquals(question.expected(), orders);
    return after - before;
  }

  @ParameterizedTest
  @MethodSource("questions")
  void nothingIsAllocated(Question question) {
    long allowed = SLACK + (long) question.octets() * ASKED;
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS && least > allowed; round++) {
      least = Math.min(least, allocated(question));
    }
    assertTrue(least <= allowed, least + " octets for " + ASKED + " questions");
  }
}

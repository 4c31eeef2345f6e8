package nadzor.registry;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nadzor.blocklist.Measure;

/** The values of a {@link Pool} in the order of their numbers, written down and read back. */
final class PoolImage {
  private static final int TEXT = 0;
  private static final int ORDER = 1;
  private static final int MARK = 2;

  private PoolImage() {}

  static void write(Pool pool, ImageOut out) throws IOException {
    int size = pool.size();
    out.number(size);
    for (int number = 1; number <= size; number++) {
      value(pool.value(number), out);
    }
  }

  private static void value(Object value, ImageOut out) throws IOException {
    if (value instanceof Order order) {
      out.number(ORDER);
      out.text(order.measure().name());
      texts(order.scope().stream().map(Enum::name).toList(), out);
      texts(order.targets(), out);
    } else if (value instanceof RegisterMark mark) {
      out.number(MARK);
      out.number(mark.entryType());
      out.text(mark.blockType().name());
      texts(mark.includedAt().map(Instant::toString).stream().toList(), out);
    } else if (value instanceof String text) {
      out.number(TEXT);
      out.text(text);
    } else {
      throw new IllegalArgumentException("no " + value.getClass() + " is written");
    }
  }

  private static void texts(List<String> texts, ImageOut out) throws IOException {
    out.number(texts.size());
    for (String text : texts) {
      out.text(text);
    }
  }

  /** Puts all values into a pool that is empty. */
  static void read(ImageIn in, Pool pool) {
    int size = in.count();
    for (int number = 1; number <= size; number++) {
      if (pool.number(value(in, pool)) != number) {
        throw new IllegalArgumentException("value " + number + " comes twice");
      }
    }
  }

  private static Object value(ImageIn in, Pool pool) {
    return switch ((int) in.number()) {
      case TEXT -> in.text();
      case ORDER -> order(in, pool);
      case MARK -> mark(in);
      default -> throw new IllegalArgumentException("a value of no known kind");
    };
  }

  /** The ids of platforms are shared where the pool has them. */
  private static Order order(ImageIn in, Pool pool) {
    Measure measure = Measure.valueOf(in.text());
    Set<Role> scope = texts(in).stream().map(Role::valueOf).collect(Collectors.toSet());
    return new Order(measure, scope, texts(in).stream().map(pool::held).toList());
  }

  private static RegisterMark mark(ImageIn in) {
    int type = (int) in.number();
    BlockType block = BlockType.valueOf(in.text());
    return new RegisterMark(type, block, texts(in).stream().findFirst().map(Instant::parse));
  }

  private static List<String> texts(ImageIn in) {
    int count = in.count();
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(in.text());
    }
    return texts;
  }
}

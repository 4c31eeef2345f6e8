package nadzor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.exchange.BadList;
import nadzor.exchange.Conversion;
import nadzor.exchange.Format;
import nadzor.exchange.Limits;
import nadzor.exchange.ListItem;
import nadzor.exchange.ListWriter;
import nadzor.exchange.Lists;
import nadzor.exchange.Reading;
import nadzor.exchange.Receiver;
import nadzor.exchange.Remark;
import nadzor.exchange.Strictness;

/**
 * What every reader of lists promises, whatever the octets: items or an error with its place;
 * counts that match; and what was read can be written in our own format, and read again as it was.
 */
final class ListPromises {
  private static final Limits LIMITS = new Limits(1 << 14, 1 << 24, 50);

  private ListPromises() {}

  private static final class Kept implements Receiver {
    final List<ListItem> items = new ArrayList<>();
    final List<Remark> remarks = new ArrayList<>();

    @Override
    public void item(ListItem item) {
      items.add(item);
    }

    @Override
    public void remark(Remark remark) {
      remarks.add(remark);
    }
  }

  private static Optional<Conversion> read(Format format, byte[] data, Kept kept) {
    Reading how = new Reading(Optional.of(format), Strictness.GO_ON, LIMITS);
    try {
      return Optional.of(Lists.read(new ByteArrayInputStream(data), "fuzz", how, kept));
    } catch (BadList e) {
      assertTrue(e.remark().at().line() > 0 && e.remark().at().column() > 0, e::getMessage);
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void hold(Format format, byte[] data) {
    Format.detect("fuzz", data);
    Kept kept = new Kept();
    Optional<Conversion> done = read(format, data, kept);
    done.ifPresent(conversion -> assertEquals(kept.items.size(), conversion.items()));
    for (Remark remark : kept.remarks) {
      assertFalse(remark.toString().indexOf('\n') >= 0, "a remark of two lines");
    }
    if (done.isPresent()) {
      writtenAndReadItIsTheSame(kept);
    }
  }

  private static void writtenAndReadItIsTheSame(Kept kept) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (ListWriter writer = Lists.writer(Format.JSON_LINES, octets, remark -> {})) {
      for (ListItem item : kept.items) {
        writer.item(item);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Kept again = new Kept();
    Reading how = Reading.of(Format.JSON_LINES).stopping();
    try {
      Lists.read(new ByteArrayInputStream(octets.toByteArray()), "again", how, again);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertEquals(kept.items, again.items);
  }
}

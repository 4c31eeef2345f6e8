package nadzor.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.Type;
import org.xbill.DNS.ZoneTransferException;
import org.xbill.DNS.ZoneTransferIn;

/**
 * Fetches a policy zone from a server on loopback or in a private network. Items stand in a list
 * that is named after zone and server; their lines count records. Immutable, thread-safe.
 *
 * @param zone the zone, absolute
 * @param server where it is
 * @param key with which questions and answers are signed
 */
public record ZoneFetch(Name zone, InetSocketAddress server, Optional<TSIG> key) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Checks where it goes. */
  public ZoneFetch {
    TransferAddress.check(server);
  }

  /** What came. */
  public enum Outcome {
    /** The whole zone: what was held before counts no more. */
    WHOLE,
    /** What changed. */
    CHANGES,
    /** Nothing: what is held is the latest. */
    CURRENT
  }

  /** Takes what comes, removals before additions of each step. */
  public interface ChangeReceiver extends Receiver {
    /** Removes an item; of local data, only the records that it names. */
    void removed(ListItem item) throws IOException;
  }

  /**
   * What a transfer ended with.
   *
   * @param serial of the zone as it is now; empty if it is unchanged
   */
  public record Result(Outcome outcome, OptionalLong serial, Conversion conversion) {}

  /** The whole zone by AXFR. */
  public Result whole(Receiver to) throws IOException {
    ZoneTransferIn transfer = ZoneTransferIn.newAXFR(zone, server, key.orElse(null));
    return run(transfer, new Feed(to, to::item));
  }

  /** What changed since that serial by IXFR; the whole zone where the server cannot tell. */
  public Result since(long serial, ChangeReceiver to) throws IOException {
    ZoneTransferIn transfer = ZoneTransferIn.newIXFR(zone, serial, true, server, key.orElse(null));
    return run(transfer, new Feed(to, to::removed));
  }

  private Result run(ZoneTransferIn transfer, Feed feed) throws IOException {
    transfer.setTimeout(PATIENCE);
    try {
      transfer.run(feed);
      feed.flush();
    } catch (ZoneTransferException e) {
      throw new IOException("zone " + zone + " from " + server + ": " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return new Result(feed.outcome, feed.serial, feed.tally.conversion());
  }

  /** Takes one item. */
  @FunctionalInterface
  private interface Taker {
    void item(ListItem item) throws IOException;
  }

  /** Makes items of records. */
  private final class Feed implements ZoneTransferIn.ZoneTransferHandler {
    private final Tally tally = new Tally();
    private final Intake in;
    private final Taker removed;
    private Outcome outcome = Outcome.CURRENT;
    private OptionalLong serial = OptionalLong.empty();
    private RpzRecords records = new RpzRecords();
    private boolean removing;
    private int count;

    Feed(Receiver to, Taker removed) {
      this.removed = removed;
      this.in = new Intake(zone + "@" + server, Reading.of(Format.RPZ), new Sorted(to), tally);
    }

    /** Sends items where they belong. */
    private final class Sorted implements Receiver {
      private final Receiver to;

      Sorted(Receiver to) {
        this.to = to;
      }

      @Override
      public void heading(Heading heading) throws IOException {
        to.heading(heading);
      }

      @Override
      public void item(ListItem item) throws IOException {
        if (removing) {
          removed.item(item);
        } else {
          to.item(item);
        }
      }

      @Override
      public void remark(Remark remark) throws IOException {
        to.remark(remark);
      }
    }

    @Override
    public void startAXFR() {
      outcome = Outcome.WHOLE;
    }

    @Override
    public void startIXFR() {
      outcome = Outcome.CHANGES;
    }

    @Override
    public void startIXFRDeletes(Record soa) {
      next(soa, true);
    }

    @Override
    public void startIXFRAdds(Record soa) {
      next(soa, false);
    }

    private void next(Record soa, boolean removes) {
      flush();
      records = new RpzRecords();
      removing = removes;
      handleRecord(soa);
    }

    void flush() {
      try {
        if (outcome != Outcome.CURRENT) {
          records.flush(in);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void handleRecord(Record record) {
      if (record instanceof SOARecord soa) {
        serial = OptionalLong.of(soa.getSerial());
      }
      count++;
      in.at(count, record.toString());
      try {
        records.record(
            new RpzRecords.Entry(
                record.getName().toString(),
                OptionalLong.of(record.getTTL()),
                Type.string(record.getType()),
                DnsText.value(record),
                1),
            record.toString(),
            in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

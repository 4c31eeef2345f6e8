package nadzor.impact.traffic;

import com.google.common.hash.Hashing;
import com.google.common.hash.HashingInputStream;
import com.google.common.io.ByteStreams;
import com.google.common.io.CountingInputStream;
import com.google.common.io.MoreFiles;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A traffic log. Immutable.
 *
 * @param path where it is
 * @param format its format; empty to detect it
 * @param columns where CSV, JSON Lines and Parquet have what
 */
public record TrafficFile(Path path, Optional<TrafficFormat> format, Columns columns) {
  private static final int BUFFER = 1 << 16;
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  /** Of a format that is to be detected, with the usual columns. */
  public static TrafficFile of(Path path) {
    return new TrafficFile(path, Optional.empty(), Columns.USUAL);
  }

  /** How people name it. */
  public String name() {
    return path.toString();
  }

  /** The format given, or what it begins like. */
  public TrafficFormat formatFound() throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new BadTraffic(name(), Files.exists(path) ? "no plain file" : "nothing", "a log");
    }
    if (format.isPresent()) {
      return format.get();
    }
    try (InputStream in = unpacked(Files.newInputStream(path))) {
      return TrafficFormat.detect(head(in))
          .orElseThrow(
              () ->
                  new BadTraffic(
                      name(),
                      "no traffic log that is known",
                      "one of those of --format, or an uncompressed Parquet file"));
    }
  }

  /** As far as it can be read. */
  private static byte[] head(InputStream in) throws IOException {
    byte[] head = new byte[TrafficFormat.HEAD];
    int got = 0;
    try {
      for (int more = 0; more >= 0 && got < head.length; got += Math.max(0, more)) {
        more = in.read(head, got, head.length - got);
      }
    } catch (EOFException | ZipException e) {
      // The reading proper says where it breaks.
    }
    return Arrays.copyOf(head, got);
  }

  private static InputStream unpacked(InputStream raw) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, BUFFER);
    in.mark(2);
    boolean packed = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
    in.reset();
    return packed ? new GZIPInputStream(in, BUFFER) : in;
  }

  /**
   * Reads it row by row. Where it ends in the middle of a record, that is counted, and what stands
   * before it is used.
   *
   * @throws BadTraffic if it is not what it says, cannot be read on, or holds no request
   */
  public TrafficSummary.FileSummary read(ClientGroups groups, RequestSink sink, Progress progress)
      throws IOException {
    return read(groups, Optional.empty(), sink, progress);
  }

  /**
   * The same for a stretch of time.
   *
   * @param timing what is asked for; without it no time is read
   * @throws BadTraffic likewise; that no request lies in the stretch is no reason
   */
  public TrafficSummary.FileSummary read(
      ClientGroups groups, Optional<Timing> timing, RequestSink sink, Progress progress)
      throws IOException {
    Times times = new Times(timing);
    TrafficFormat found = formatFound();
    Optional<TrafficReader> reader = found.reader(columns);
    return reader.isPresent()
        ? stream(reader.get(), found, groups, times, sink, progress)
        : parquet(groups, times, sink, progress);
  }

  private TrafficSummary.FileSummary stream(
      TrafficReader reader,
      TrafficFormat found,
      ClientGroups groups,
      Times times,
      RequestSink sink,
      Progress progress)
      throws IOException {
    try (CountingInputStream counting = new CountingInputStream(Files.newInputStream(path));
        HashingInputStream hashing = new HashingInputStream(Hashing.sha256(), counting)) {
      Intake intake = new Intake(name(), groups, times, sink, progress, counting::getCount);
      readTo(reader, hashing, intake);
      ByteStreams.exhaust(hashing);
      return summary(found, counting.getCount(), hashing.hash().toString(), intake);
    }
  }

  private static void readTo(TrafficReader reader, InputStream raw, Intake intake)
      throws IOException {
    // Not closed here: what is left behind the log belongs to the hash.
    try {
      reader.read(unpacked(raw), intake);
    } catch (EOFException e) {
      intake.skip(Skip.TRUNCATED, intake.rows() + 1);
    } catch (ZipException e) {
      throw intake.broken(intake.rows() + 1, "broken gzip (" + e.getMessage() + ")", "gzip");
    }
  }

  private TrafficSummary.FileSummary parquet(
      ClientGroups groups, Times times, RequestSink sink, Progress progress) throws IOException {
    try (DuckDb duck = DuckDb.open(1_000, 1)) {
      Intake intake = new Intake(name(), groups, times, sink, progress, () -> 0);
      ParquetTable.of(duck, path, columns).read(duck, intake);
      return summary(TrafficFormat.PARQUET, Files.size(path), hash(), intake);
    } catch (SQLException e) {
      throw new IOException("DuckDB: " + e.getMessage(), e);
    }
  }

  /** The SHA-256 of the file. */
  public String hash() throws IOException {
    return MoreFiles.asByteSource(path).hash(Hashing.sha256()).toString();
  }

  private TrafficSummary.FileSummary summary(
      TrafficFormat found, long octets, String hash, Intake intake) throws IOException {
    TrafficSummary.FileSummary summary =
        new TrafficSummary.FileSummary(
            name(), found, octets, hash, intake.rows(), intake.skips().all());
    return summary.used();
  }
}

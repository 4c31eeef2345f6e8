package nadzor.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** What is in a zip or a gzip, streaming; anything else as it is. */
final class Unpacking {
  private static final int PEEK = 4;
  private static final int BUFFER = 1 << 16;

  private Unpacking() {}

  /** Opens what may be packed; of a zip, its first entry that is no signature. */
  static InputStream open(InputStream source, Intake in) throws IOException {
    Counted packed = new Counted(source, in);
    BufferedInputStream buffered = new BufferedInputStream(packed, BUFFER);
    buffered.mark(PEEK);
    byte[] head = buffered.readNBytes(PEEK);
    buffered.reset();
    if (starts(head, 'P', 'K', 3, 4)) {
      return new BufferedInputStream(
          new Expanding(firstList(new ZipInputStream(buffered), in), packed, in), BUFFER);
    }
    if (starts(head, 'P', 'K', 5, 6)) {
      throw in.broken(Fault.SHAPE, 1, "an empty zip", "a zip with a list in it");
    }
    return starts(head, 0x1f, 0x8b)
        ? new BufferedInputStream(
            new Expanding(new GZIPInputStream(buffered, BUFFER), packed, in), BUFFER)
        : buffered;
  }

  private static boolean starts(byte[] head, int... octets) {
    for (int i = 0; i < octets.length; i++) {
      if (i >= head.length || (head[i] & 0xff) != octets[i]) {
        return false;
      }
    }
    return true;
  }

  private static ZipInputStream firstList(ZipInputStream zip, Intake in) throws IOException {
    ZipEntry entry = next(zip, in);
    while (entry != null) {
      String name = entry.getName().toLowerCase(Locale.ROOT);
      if (!entry.isDirectory() && !name.endsWith(".sig")) {
        return zip;
      }
      entry = next(zip, in);
    }
    throw in.broken(Fault.SHAPE, 1, "a zip without a list", "a zip with a list in it");
  }

  private static @Nullable ZipEntry next(ZipInputStream zip, Intake in) throws IOException {
    try {
      return zip.getNextEntry();
    } catch (IllegalArgumentException e) {
      // The JDK says so of a name that its own flag calls UTF-8 and that is none.
      throw in.broken(Fault.SHAPE, 1, "a zip with a garbled name", "a name in UTF-8");
    }
  }

  /** Octets of the file itself. */
  private static final class Counted extends BlockInput {
    private static final long TOLD = 1 << 20;

    private final InputStream source;
    private final Intake in;
    private long count;
    private long told;

    Counted(InputStream source, Intake in) {
      this.source = source;
      this.in = in;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = source.read(into, offset, length);
      count += Math.max(0, read);
      if (read < 0 || count - told >= TOLD) {
        told = count;
        in.progress(count);
      }
      return read;
    }
  }

  /** What comes out, bounded. */
  private static final class Expanding extends BlockInput {
    private final InputStream source;
    private final Counted packed;
    private final Intake in;
    private long count;

    Expanding(InputStream source, Counted packed, Intake in) {
      this.source = source;
      this.packed = packed;
      this.in = in;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = readChecked(into, offset, length);
      count += Math.max(0, read);
      Limits limits = in.limits();
      if (count > limits.expanded()) {
        throw in.broken(
            Fault.LIMIT, 1, "more than " + limits.expanded() + " octets unpacked", "less");
      }
      if (count > Limits.FREE && count / limits.ratio() > packed.count) {
        throw in.broken(
            Fault.LIMIT,
            1,
            count + " octets out of " + packed.count,
            "at most " + limits.ratio() + " times as many: is it a zip bomb?");
      }
      return read;
    }

    private int readChecked(byte[] into, int offset, int length) throws IOException {
      try {
        return source.read(into, offset, length);
      } catch (ZipException e) {
        String said = String.valueOf(e.getMessage());
        boolean sum = said.contains("CRC") || said.contains("trailer");
        throw in.broken(
            sum ? Fault.CHECKSUM : Fault.SHAPE,
            1,
            "a broken archive: " + said,
            sum ? "content that matches its declared checksum" : "a whole zip or gzip");
      }
    }
  }
}

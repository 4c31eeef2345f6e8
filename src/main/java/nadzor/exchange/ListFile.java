package nadzor.exchange;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/**
 * A file with a list; may be read more than once, and is refused once it is another one than it was
 * at first. Immutable.
 *
 * @param path as the user named it
 * @param content where its octets are: itself, but for what gives them once
 * @param state what it was at first
 */
record ListFile(Path path, Path content, FileState state) {
  private static final int HEAD = 1 << 16;

  /** Reads a list whose format is known. */
  @FunctionalInterface
  interface Reader {
    void read(Format format, InputStream list, Intake in) throws IOException;
  }

  static ListFile of(Path path, Intake in) throws IOException {
    try {
      return new ListFile(path, path, FileState.of(path));
    } catch (NoSuchFileException e) {
      throw gone(in);
    }
  }

  /** The same, its octets elsewhere. */
  ListFile in(Path where) {
    return new ListFile(path, where, state);
  }

  private static BadList gone(Intake in) {
    return in.broken(Fault.SHAPE, 1, "no such file", "a file that can be read");
  }

  void read(Reading how, Intake in, Reader reader) throws IOException {
    try (InputStream source = in.octets(Files.newInputStream(content))) {
      read(source, path.getFileName().toString(), how, in, reader);
      source.transferTo(OutputStream.nullOutputStream());
    } catch (NoSuchFileException e) {
      throw gone(in);
    }
    state.check(path, in);
  }

  /** Reads what may be packed, of a format that may have to be detected. */
  static void read(InputStream source, String name, Reading how, Intake in, Reader reader)
      throws IOException {
    try {
      InputStream open = Unpacking.open(source, in);
      if (how.format().isPresent()) {
        reader.read(how.format().get(), open, in);
      } else {
        BufferedInputStream list = new BufferedInputStream(open, HEAD);
        reader.read(detect(name, list), list, in);
      }
    } catch (EOFException e) {
      throw in.broken(Fault.TRUNCATED, 1, "the end of the archive", "the rest of it");
    } catch (ZipException e) {
      throw in.broken(Fault.SHAPE, 1, "a broken archive: " + e.getMessage(), "a whole one");
    }
  }

  private static Format detect(String name, InputStream list) throws IOException {
    list.mark(HEAD);
    byte[] head = list.readNBytes(HEAD);
    list.reset();
    return Format.detect(name, head);
  }
}

package nadzor.store.lists;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import nadzor.store.WholeFile;

/**
 * The history as a file that only grows. Each line is a hash, a blank, and an event in JSON; the
 * hash is SHA-256 over the hash of the line before (64 zeros for the first) and the event. A last
 * line without its end was cut short by a crash: it never counted, and the next one takes its
 * place.
 */
record HistoryFile(Path file) {
  private static final int DIGITS = 64;
  private static final String ROOT = "0".repeat(DIGITS);

  /** What was read, and where the next line goes. */
  private record Held(List<ListEvent> events, String hash, long end) {}

  ListHistory read() throws IOException {
    return new ListHistory(held().events());
  }

  /** Adds a line; it is on the disk when this returns. */
  void append(ListEvent event) throws IOException {
    Held held = held();
    String json = HistoryLine.write(event);
    byte[] line = (hash(held.hash(), json) + " " + json + "\n").getBytes(UTF_8);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(held.end());
      channel.position(held.end());
      ByteBuffer left = ByteBuffer.wrap(line);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
    WholeFile.syncFolder(file);
  }

  private Held held() throws IOException {
    byte[] octets = octets();
    int end = octets.length;
    while (end > 0 && octets[end - 1] != '\n') {
      end--;
    }
    String hash = ROOT;
    List<ListEvent> events = new ArrayList<>();
    for (String line : new String(octets, 0, end, UTF_8).lines().toList()) {
      hash = check(line, hash, events.size() + 1);
      events.add(event(line, events.size() + 1));
    }
    return new Held(events, hash, end);
  }

  private byte[] octets() throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return new byte[0];
    }
  }

  private String check(String line, String before, int number) throws BadListFolder {
    String found = line.length() > DIGITS ? line.substring(0, DIGITS) : line;
    String expected = line.length() > DIGITS ? hash(before, line.substring(DIGITS + 1)) : "a hash";
    if (!found.equals(expected)) {
      throw new BadListFolder(file, "in line " + number + " the hash " + found, expected);
    }
    return found;
  }

  private ListEvent event(String line, int number) throws BadListFolder {
    try {
      return HistoryLine.read(line.substring(DIGITS + 1));
    } catch (RuntimeException e) {
      throw new BadListFolder(
          file, "in line " + number + " " + e.getMessage(), "an event of a list", e);
    }
  }

  private static String hash(String before, String json) {
    return Hashing.sha256().hashString(before + json, UTF_8).toString();
  }
}

package nadzor.store.lists;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nadzor.blocklist.BadVersionImage;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.BlocklistBuilder;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.blocklist.RuleChange;
import nadzor.blocklist.VersionDiff;
import nadzor.blocklist.VersionImage;

/**
 * The rules that went and those that came from one version to the next. In a file: {@code
 * nadzordl}, then the length of the former (int, highest octet first), then both, each as the image
 * of a version, which has its own checksum.
 */
record Delta(List<Rule> removed, List<Rule> added) {
  /** Where the first of its images begins. */
  private static final int FIRST = 8 + Integer.BYTES;

  private static final byte[] MAGIC = "nadzordl".getBytes(StandardCharsets.US_ASCII);

  /** Everything that differs, the lines of lists too, up to a size. */
  static Delta between(Blocklist from, Blocklist to, int most) {
    Delta delta = new Delta(new ArrayList<>(), new ArrayList<>());
    VersionDiff.walk(
        from,
        to,
        true,
        change -> {
          if (delta.size() <= most) {
            delta.add(change);
          }
        });
    return delta;
  }

  private void add(RuleChange change) {
    less(change, change.before(), change.after(), removed);
    less(change, change.after(), change.before(), added);
  }

  private static void less(
      RuleChange change, List<Reason> these, List<Reason> others, List<Rule> to) {
    Set<Reason> known = new HashSet<>(others);
    these.stream()
        .filter(reason -> !known.contains(reason))
        .forEach(reason -> to.add(new Rule(change.matcher(), change.measure(), reason)));
  }

  int size() {
    return removed.size() + added.size();
  }

  Blocklist apply(Blocklist from, long number) {
    return from.next(number, added, removed);
  }

  void write(OutputStream to) throws IOException {
    byte[] gone = image(removed);
    DataOutputStream out = new DataOutputStream(to);
    out.write(MAGIC);
    out.writeInt(gone.length);
    out.write(gone);
    out.write(image(added));
    out.flush();
  }

  private static byte[] image(List<Rule> rules) throws IOException {
    BlocklistBuilder builder = new BlocklistBuilder();
    rules.forEach(builder::add);
    ByteArrayOutputStream image = new ByteArrayOutputStream();
    VersionImage.write(builder.build(1), image);
    return image.toByteArray();
  }

  /** Whether what begins so is a delta whose images are of a format that is written no more. */
  static boolean isFormer(ByteBuffer head) {
    byte[] magic = new byte[MAGIC.length];
    if (head.remaining() < FIRST) {
      return false;
    }
    head.get(head.position(), magic);
    return Arrays.equals(magic, MAGIC)
        && VersionImage.isFormer(head.slice(head.position() + FIRST, head.remaining() - FIRST));
  }

  /**
   * Reads one.
   *
   * @throws BadVersionImage if its images are damaged
   * @throws IllegalArgumentException if it is none
   */
  static Delta read(byte[] file) {
    try {
      ByteBuffer in = ByteBuffer.wrap(file);
      byte[] magic = new byte[MAGIC.length];
      in.get(magic);
      int length = in.getInt();
      if (!Arrays.equals(magic, MAGIC) || length < 0 || length > in.remaining()) {
        throw new IllegalArgumentException("no delta, or one that is cut short");
      }
      ByteBuffer gone = in.slice(in.position(), length);
      in.position(in.position() + length);
      return new Delta(VersionImage.open(gone).rules(), VersionImage.open(in.slice()).rules());
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("a delta that is cut short", e);
    }
  }
}

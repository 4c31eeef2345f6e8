package nadzor.store.lists;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.BadVersionImage;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.ChangeCounts;
import nadzor.blocklist.VersionDiff;
import nadzor.blocklist.VersionImage;
import nadzor.store.VersionFile;
import nadzor.store.WholeFile;

/**
 * Versions of a list in a folder: {@code history.jsonl}, which only grows, and one file for each
 * version, whole or as what differs from the one before. A version counts once its line stands in
 * the history; whatever breaks off before leaves all as it was. Thread-safe; one writes at a time,
 * in whatever process.
 */
public final class ListFolder {
  private static final int LONGEST_CHAIN = 16;
  private static final int SHARE = 8;

  private final Path folder;
  private final HistoryFile history;
  private final KnownVersions known = new KnownVersions();

  /** That folder, which is made when the first version is. */
  public ListFolder(Path folder) {
    this.folder = folder;
    history = new HistoryFile(folder.resolve("history.jsonl"));
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /**
   * All that happened.
   *
   * @throws BadListFolder if the history was changed by another hand
   */
  public ListHistory history() throws IOException {
    return history.read();
  }

  /**
   * The record of a version.
   *
   * @throws UnknownList if there is none of that number
   */
  public ListVersion version(long number) throws IOException {
    return version(history(), number);
  }

  private static ListVersion version(ListHistory history, long number) throws UnknownList {
    int count = history.versions().size();
    String expected = count == 0 ? "one that was built: there is none yet" : "one of 1 to " + count;
    return history
        .find(number)
        .orElseThrow(() -> new UnknownList("list version " + number, expected));
  }

  /**
   * A version, compiled; held against the hash that the history has. One that was read before and
   * is still in use is that same one, where no file that it rests on has changed since.
   *
   * @throws UnknownList if there is none of that number
   * @throws BadListFolder if its file, or one that it rests on, is damaged or another
   */
  public Blocklist read(long number) throws IOException {
    return read(history(), number);
  }

  private Blocklist read(ListHistory all, long number) throws IOException {
    ListVersion version = version(all, number);
    Optional<Blocklist> before = known.find(number, KnownVersions.look(files(all, version)));
    if (before.isPresent() && before.get().contentHash().equals(version.hash())) {
      return before.get();
    }
    for (ListVersion one : chain(all, version)) {
      renew(one);
    }
    List<KnownVersions.Look> files = KnownVersions.look(files(all, version));
    Blocklist list = checked(version, compiled(all, version));
    known.keep(list, files);
    return list;
  }

  /** What an earlier program laid out otherwise is laid out anew, once and for all. */
  private void renew(ListVersion version) throws IOException {
    Renewal renewal = new Renewal(folder.resolve(version.file()));
    if (renewal.isDue() && version.isDelta()) {
      renewal.delta(delta(version));
    } else if (renewal.isDue()) {
      renewal.whole(checked(version, whole(version)));
    }
  }

  /** A version, and those that it rests on. */
  private static List<ListVersion> chain(ListHistory all, ListVersion version) throws UnknownList {
    List<ListVersion> chain = new ArrayList<>(List.of(version));
    ListVersion at = version;
    while (at.isDelta()) {
      at = version(all, at.parent().orElseThrow());
      chain.add(at);
    }
    return chain;
  }

  private List<Path> files(ListHistory all, ListVersion version) throws UnknownList {
    return chain(all, version).stream().map(one -> folder.resolve(one.file())).toList();
  }

  private Blocklist compiled(ListHistory all, ListVersion version) throws IOException {
    if (!version.isDelta()) {
      return whole(version);
    }
    Blocklist parent = read(all, version.parent().orElseThrow());
    return delta(version).apply(parent, version.number());
  }

  private Blocklist checked(ListVersion version, Blocklist list) throws BadListFolder {
    if (!list.contentHash().equals(version.hash()) || list.number() != version.number()) {
      throw new BadListFolder(
          folder.resolve(version.file()),
          "version " + list.number() + " with the hash " + list.contentHash(),
          "version " + version.number() + " with the hash " + version.hash());
    }
    return list;
  }

  private Blocklist whole(ListVersion version) throws IOException {
    Path file = folder.resolve(version.file());
    try {
      return VersionFile.open(file);
    } catch (BadVersionImage e) {
      throw unusable(version, "a whole version", e);
    }
  }

  private Delta delta(ListVersion version) throws IOException {
    try {
      return Delta.read(Files.readAllBytes(folder.resolve(version.file())));
    } catch (BadVersionImage | IllegalArgumentException e) {
      throw unusable(version, "a whole delta", e);
    }
  }

  private BadListFolder unusable(ListVersion version, String expected, RuntimeException e) {
    String repair = new Repair(folder, version).words();
    Path file = folder.resolve(version.file());
    return new BadListFolder(file, String.valueOf(e.getMessage()), expected + "; " + repair, e);
  }

  /**
   * Keeps a version under the next number; it is on the disk when this returns.
   *
   * @throws IOException if it cannot be kept; then all is as it was
   */
  public ListVersion add(Blocklist built, Making making) throws IOException {
    return alone(() -> added(built, making));
  }

  private ListVersion added(Blocklist built, Making making) throws IOException {
    ListHistory all = history();
    Optional<ListVersion> parent = all.latest();
    long number = parent.map(ListVersion::number).orElse(0L) + 1;
    Blocklist list = built.numbered(number);
    ListVersion version =
        parent.isPresent()
            ? after(all, parent.get(), list, making)
            : of(list, Optional.empty(), new ChangeCounts(list.size(), 0, 0), making);
    if (!version.isDelta()) {
      WholeFile.write(folder.resolve(version.file()), to -> VersionImage.write(list, to));
    }
    history.append(version);
    return version;
  }

  /** Writes the delta where one serves. */
  private ListVersion after(ListHistory all, ListVersion parent, Blocklist list, Making making)
      throws IOException {
    Blocklist before = read(all, parent.number());
    ChangeCounts changes = VersionDiff.between(before, list, 0).counts();
    ListVersion whole = of(list, Optional.of(parent.number()), changes, making);
    Delta delta = Delta.between(before, list, list.size() / SHARE);
    if (delta.size() > list.size() / SHARE || files(all, parent).size() > LONGEST_CHAIN) {
      return whole;
    }
    ListVersion less =
        new ListVersion(
            whole.number(), whole.hash(), whole.parent(), whole.rules(), changes, true, making);
    WholeFile.write(folder.resolve(less.file()), delta::write);
    return less;
  }

  private static ListVersion of(
      Blocklist list, Optional<Long> parent, ChangeCounts changes, Making making) {
    return new ListVersion(
        list.number(), list.contentHash(), parent, list.size(), changes, false, making);
  }

  /**
   * Remembers that a version is in force, after reading it wholly.
   *
   * @throws BadListFolder if it cannot be used; then the former one stays
   */
  public Activation activate(long number, String by, Instant at, String why) throws IOException {
    return alone(() -> noted(new Activation(number, at, by, false, why)));
  }

  private Activation noted(Activation activation) throws IOException {
    if (!activation.isOfNothing()) {
      Blocklist unused = read(activation.number());
    }
    history.append(activation);
    return activation;
  }

  /**
   * Puts the version back that was in force before; none, where the first one is taken back.
   *
   * @throws UnknownList if none is in force
   */
  public Activation rollback(String by, Instant at, String why) throws IOException {
    return alone(
        () -> {
          ListHistory all = history();
          if (all.inForce().isEmpty()) {
            throw new UnknownList("nothing to take back", "a version in force");
          }
          return noted(new Activation(all.before().orElse(Activation.NOTHING), at, by, true, why));
        });
  }

  /** What is done alone in the folder. */
  private interface Deed<T> {
    T act() throws IOException;
  }

  private <T> T alone(Deed<T> deed) throws IOException {
    Files.createDirectories(folder);
    Path lock = folder.resolve("lock");
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (isMine(channel)) {
        return deed.act();
      }
    }
    throw new IOException(folder + ": found somebody who writes here now, expected nobody else");
  }

  /** Closing the channel gives it back. */
  private static boolean isMine(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }
}

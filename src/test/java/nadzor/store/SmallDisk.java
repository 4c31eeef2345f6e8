package nadzor.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A {@link Writer} on a disk of 1 MiB, a tmpfs that only a mount namespace of its own sees, and a
 * shell beside it that does there what it is asked to. Not thread-safe.
 */
public final class SmallDisk implements AutoCloseable {
  private final Path asked;
  private final Path answered;
  private final Child child;

  private SmallDisk(Path asked, Path answered, Child child) {
    this.asked = asked;
    this.answered = answered;
    this.child = child;
  }

  /** In a new directory below that one. */
  static SmallDisk in(Path directory) throws IOException, InterruptedException {
    Path disk = Files.createDirectory(directory.resolve("disk"));
    Path asked = directory.resolve("asked");
    Path answered = directory.resolve("answered");
    run("mkfifo " + asked + " " + answered);
    Path script = directory.resolve("inside");
    Files.writeString(
        script,
        "mount -t tmpfs -o size=1m tmpfs "
            + disk
            + " || exit\n"
            + servant(asked, disk, answered)
            + "\nexec \"$@\"\n");
    String shell = namespace() + " sh " + script + " \"$@\"";
    return new SmallDisk(asked, answered, Child.within(shell, disk + "/nadzor.db", 1, 0));
  }

  private static String servant(Path asked, Path disk, Path answered) {
    String obey = "(cd " + disk + " && eval \"$what\"); echo $? >" + answered;
    String loop =
        "while read -r what <" + asked + " && [ \"$what\" != end ]; do " + obey + "; done";
    return "(" + loop + ") >/dev/null 2>&1 </dev/null &";
  }

  /** How a namespace is made in which a disk can be mounted. */
  public static String namespace() throws IOException, InterruptedException {
    for (String way : new String[] {"unshare -m", "unshare -rm"}) {
      if (run(way + " mount -t tmpfs tmpfs /mnt") == 0) {
        return way;
      }
    }
    throw new AssertionError("this needs root, or user namespaces: neither can mount a disk here");
  }

  private static int run(String shell) throws IOException, InterruptedException {
    return new ProcessBuilder("sh", "-c", shell).start().waitFor();
  }

  Child child() {
    return child;
  }

  /** Has this done in the directory of the disk; it has to succeed. */
  void ask(String what) throws IOException {
    Files.writeString(asked, what + "\n");
    String status = Files.readString(answered).strip();
    if (!status.equals("0")) {
      throw new AssertionError("'" + what + "' ended with status " + status);
    }
  }

  @Override
  public void close() throws IOException {
    Files.writeString(asked, "end\n");
    child.close();
  }
}

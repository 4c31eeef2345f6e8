package nadzor.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Files that are read one after another as one list. What goes before what among the rules of ad
 * blockers holds for all such files together, wherever they stand: an exception of one takes away
 * what another blocks. Other formats know no such order. Used once, by one thread.
 */
public final class Bundle implements AutoCloseable {
  private final Reading how;
  private final AdblockOrder order = new AdblockOrder();
  private final Map<Path, ListFile> learned = new HashMap<>();
  private final List<Spool> spools = new ArrayList<>();

  private Bundle(Reading how) {
    this.how = how;
  }

  /**
   * Looks at all of the files, where there are several, and learns what they mean together.
   *
   * @throws BadList if one of them cannot be read on
   */
  public static Bundle of(List<Path> files, Reading how) throws IOException {
    Bundle bundle = new Bundle(how);
    boolean mixed = how.format().filter(format -> format != Format.ADBLOCK).isEmpty();
    try {
      for (Path file : mixed && files.size() > 1 ? files : List.<Path>of()) {
        bundle.learn(file);
      }
      return bundle;
    } catch (IOException | RuntimeException e) {
      bundle.close();
      throw e;
    }
  }

  private void learn(Path path) throws IOException {
    Intake deaf = Intake.deaf(path.toString(), how);
    ListFile file = again(ListFile.of(path, deaf));
    file.read(
        how,
        deaf,
        (format, list, in) -> {
          if (format == Format.ADBLOCK) {
            AdblockReader.learn(list, order, in);
          }
        });
    learned.put(path, file);
  }

  /** What gives its octets once, as a pipe does, is kept to be read twice. */
  private ListFile again(ListFile file) throws IOException {
    if (Files.isRegularFile(file.path()) || Files.isDirectory(file.path())) {
      return file;
    }
    try (InputStream once = Files.newInputStream(file.path())) {
      Spool spool = Spool.of(once);
      spools.add(spool);
      return file.in(spool.file());
    }
  }

  /**
   * Reads one of the files, as {@link Lists#read(Path, Reading, Receiver)} does; refuses one that
   * has changed since it was looked at.
   *
   * @throws BadList if it cannot be read on
   */
  public Conversion read(Path path, Receiver to) throws IOException {
    ListFile file = learned.get(path);
    if (file == null) {
      return Lists.read(path, how, to);
    }
    Tally tally = new Tally();
    file.read(how, new Intake(path.toString(), how, to, tally), this::read);
    return tally.conversion();
  }

  private void read(Format format, InputStream list, Intake in) throws IOException {
    if (format == Format.ADBLOCK) {
      AdblockReader.read(list, order, in);
    } else {
      Lists.read(format, list, in);
    }
  }

  @Override
  public void close() throws IOException {
    for (Spool spool : spools) {
      spool.close();
    }
  }
}

package nadzor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on standard error while long lists are read; none where nobody looks. */
final class ListProgress implements AutoCloseable {
  private static final long LONG = 8L << 20;
  private static final int EVERY_MILLIS = 200;

  private final Optional<ProgressBar> bar;

  private ListProgress(Optional<ProgressBar> bar) {
    this.bar = bar;
  }

  static ListProgress of(List<Path> files) throws IOException {
    long octets = 0;
    for (Path file : files) {
      octets += Files.isRegularFile(file) ? Files.size(file) : 0;
    }
    return new ListProgress(
        Terminal.isThere() && octets >= LONG ? Optional.of(bar(octets)) : Optional.empty());
  }

  private static ProgressBar bar(long octets) {
    return new ProgressBarBuilder()
        .setTaskName("reading")
        .setInitialMax(octets)
        .setUnit(" MB", 1 << 20)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(EVERY_MILLIS)
        .clearDisplayOnFinish()
        .build();
  }

  void show(long octets) {
    bar.ifPresent(one -> one.stepTo(octets));
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}

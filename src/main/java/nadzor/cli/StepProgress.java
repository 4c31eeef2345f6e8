package nadzor.cli;

import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on standard error while a step is measured; none where nobody looks. */
final class StepProgress {
  private static final int EVERY_MILLIS = 200;

  private final boolean wanted;
  private Optional<ProgressBar> bar = Optional.empty();

  private StepProgress(boolean wanted) {
    this.wanted = wanted;
  }

  static StepProgress ofTerminal() {
    return new StepProgress(Terminal.isThere());
  }

  void show(int done, int total) {
    if (!wanted) {
      return;
    }
    if (bar.isEmpty()) {
      bar =
          Optional.of(
              new ProgressBarBuilder()
                  .setTaskName("probing")
                  .setInitialMax(total)
                  .setStyle(ProgressBarStyle.ASCII)
                  .setUpdateIntervalMillis(EVERY_MILLIS)
                  .clearDisplayOnFinish()
                  .build());
    }
    bar.get().maxHint(total);
    bar.get().stepTo(done);
  }

  void end() {
    bar.ifPresent(ProgressBar::close);
    bar = Optional.empty();
  }
}

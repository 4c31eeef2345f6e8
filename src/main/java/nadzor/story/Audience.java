package nadzor.story;

import java.util.List;
import nadzor.registry.Statement;

/** Who watches a story being played. Called by one thread at a time. */
public interface Audience {
  /** A step begins; its calendar instant has come. */
  void begins(Step step, int number, int of);

  /** What lint and impact say of the step's list before it ships, a line each. */
  default void foretold(List<String> lines) {}

  /** A statement is published. */
  void published(Statement statement);

  /** A decision is in force where it cannot be carried out. */
  void unenforced(Unenforced notice);

  /** So many of the step's cells are measured. */
  void progress(int done, int total);

  /** A step is over. */
  void ended(StepResult result, StoryResult soFar);

  /** Watches nothing. */
  Audience NONE =
      new Audience() {
        @Override
        public void begins(Step step, int number, int of) {}

        @Override
        public void published(Statement statement) {}

        @Override
        public void unenforced(Unenforced notice) {}

        @Override
        public void progress(int done, int total) {}

        @Override
        public void ended(StepResult result, StoryResult soFar) {}
      };
}

package nadzor.censor;

/**
 * Where flows are told while they live. Implementations are thread-safe, never block, and may lose
 * events; those that they lose they count.
 */
public interface FlowLog {
  /** Tells nobody. */
  FlowLog NONE =
      new FlowLog() {
        @Override
        public boolean isWanted() {
          return false;
        }

        @Override
        public long nextFlow() {
          return 0;
        }

        @Override
        public void tell(FlowEvent event) {}
      };

  /**
   * Whether there is room for one event more; asked on the hot path, before anything is put
   * together. An event that is not told for a "no" is counted as lost, unless nobody listens.
   */
  boolean isWanted();

  /** A number for a flow that begins: one for each, above those before, above 0. */
  long nextFlow();

  /** One event. */
  void tell(FlowEvent event);
}

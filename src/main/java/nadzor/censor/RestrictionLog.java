package nadzor.censor;

/** Where restrictions are told. Implementations are thread-safe and never block. */
public interface RestrictionLog {
  /** Tells nobody. */
  RestrictionLog NONE =
      new RestrictionLog() {
        @Override
        public boolean isWanted() {
          return false;
        }

        @Override
        public void restricted(Restriction restriction) {}
      };

  /** Whether anybody listens; asked on the hot path, before anything is put together. */
  default boolean isWanted() {
    return true;
  }

  /** One restriction. */
  void restricted(Restriction restriction);
}

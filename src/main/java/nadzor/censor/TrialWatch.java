package nadzor.censor;

/** Is told what a version on trial would newly restrict. Thread-safe, never blocks. */
public interface TrialWatch {
  /** Tells nobody. */
  TrialWatch NONE = (restriction, acted) -> {};

  /**
   * A request that the version on trial restricts and the one in force does not.
   *
   * @param restriction what the trial's version orders
   * @param acted whether it was carried out; else the request went on as before
   */
  void newlyRestricted(Restriction restriction, boolean acted);
}

package nadzor.registry;

/** What has become of a demand. */
public enum DemandState {
  /** Its term runs, or it has none. */
  OPEN,
  /** It was met, in time or late. */
  MET,
  /** Its term has passed, or an answer says so. */
  IGNORED
}

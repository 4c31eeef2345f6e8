package nadzor.store;

/** The store did not do what it was asked to; nothing is half done. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;
  private final String place;
  private final String what;

  /**
   * A fault, with the message {@code store place: what; fix}.
   *
   * @param fault what kind of
   * @param place which store, without any password
   * @param what what happened
   */
  StoreException(Fault fault, String place, String what) {
    super("store " + place + ": " + what + "; " + fault.fix());
    this.fault = fault;
    this.place = place;
    this.what = what;
  }

  StoreException(Fault fault, String place, String what, Throwable cause) {
    this(fault, place, what);
    initCause(cause);
  }

  /** What kind of fault. */
  public Fault fault() {
    return fault;
  }

  /** Which store, without any password. */
  public String place() {
    return place;
  }

  /** What happened. */
  public String what() {
    return what;
  }

  /** What a person can do. */
  public String fix() {
    return fault.fix();
  }
}

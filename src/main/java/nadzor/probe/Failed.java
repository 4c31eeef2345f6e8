package nadzor.probe;

/** Ends a step; carries the failure that the observation will name. */
final class Failed extends Exception {
  private final transient Failure failure;

  Failed(Failure failure) {
    super(failure.text());
    this.failure = failure;
  }

  Failed(Failure.Name name, String detail) {
    this(new Failure(name, detail));
  }

  Failure failure() {
    return failure;
  }
}

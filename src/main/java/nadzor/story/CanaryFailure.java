package nadzor.story;

/** A guard of the run did not behave: nothing that was measured can be believed. */
public final class CanaryFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says which guard, and what it did. */
  public CanaryFailure(String message) {
    super(message);
  }
}

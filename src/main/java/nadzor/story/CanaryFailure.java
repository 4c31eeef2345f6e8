package nadzor.story;

/** A guard of the run did not behave: nothing that was measured can be believed. */
public final class CanaryFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CanaryFailure(String message) {
    super(message);
  }
}

package nadzor.lab;

/** An address lies outside the fence; the message says what was found and what was expected. */
public final class FenceException extends IllegalArgumentException {
  FenceException(String message) {
    super(message);
  }
}

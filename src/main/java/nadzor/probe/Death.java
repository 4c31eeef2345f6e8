package nadzor.probe;

/** Where and of what a visit died. Immutable. */
public record Death(Stage stage, Failure failure) {
  @Override
  public String toString() {
    return failure.text() + " at " + stage.text();
  }
}

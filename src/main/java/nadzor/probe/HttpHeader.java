package nadzor.probe;

/** One header field as it stood, the value without surrounding blanks. Immutable. */
public record HttpHeader(String name, String value) {
  boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }
}

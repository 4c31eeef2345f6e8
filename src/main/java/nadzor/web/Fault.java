package nadzor.web;

/**
 * One fault of a request (RFC 9457, section 3.1). Immutable.
 *
 * @param pointer a JSON pointer into the body; {@code #query/NAME} or {@code #header/NAME}
 *     elsewhere
 * @param found what stands there
 * @param expected what would have been taken
 */
record Fault(String pointer, String found, String expected) {
  String detail() {
    return expected.isEmpty() ? found : "found " + found + ", expected " + expected;
  }
}

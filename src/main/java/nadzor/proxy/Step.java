package nadzor.proxy;

/** What an {@link Opening} wants next. */
sealed interface Step {
  /** More octets from the client. */
  record More() implements Step {}

  /** These octets sent to the client; then it is asked again. */
  @SuppressWarnings("ArrayRecordComponent") // passed on once, compared nowhere
  record Say(byte[] octets) implements Step {}

  /** The client taken where it asks. */
  record Go(Ask ask) implements Step {}

  /**
   * A relay for datagrams.
   *
   * @param port where the client's datagrams will come from; 0 where it does not say
   */
  record Associate(int port) implements Step {}

  /** These octets sent, if any, and the connection closed. */
  @SuppressWarnings("ArrayRecordComponent") // passed on once, compared nowhere
  record Refuse(byte[] octets) implements Step {}
}

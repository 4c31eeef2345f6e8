package nadzor.dns;

/**
 * The way back to one client, on the channel's event loop. Over a stream it is used once; over UDP
 * a second answer may follow.
 */
interface ReturnPath {
  /**
   * Sends the first {@code length} octets, which may be overwritten after the call.
   *
   * @param restricted whether a ruling speaks, and nobody is to keep the answer
   */
  void send(byte[] message, int length, boolean restricted);

  /** There will be no answer. */
  void nothing();
}

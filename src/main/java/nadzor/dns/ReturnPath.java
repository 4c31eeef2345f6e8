package nadzor.dns;

/** The way back to one client; used once, on the channel's event loop. */
interface ReturnPath {
  /**
   * Sends the first {@code length} octets, which may be overwritten after the call.
   *
   * @param restricted whether a ruling speaks, and nobody is to keep the answer
   */
  void send(byte[] message, int length, boolean restricted);
}

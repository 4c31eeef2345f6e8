package nadzor.lab;

/**
 * Makes servers of this JDK pass over the SNI extension. The JDK's own parser ends the handshake
 * with {@code illegal_parameter} where a name has a trailing dot, which servers on the Internet do
 * not, and which is a technique that is measured here (Censored Planet, "Throttling of Twitter in
 * Russia", 2021). An origin has one certificate for all names of its address and needs no SNI.
 *
 * <p>The switch is the JDK's and counts for the whole process; it is read when the first TLS server
 * of the process starts, so where another one was first, it has to stand on the command line:
 * {@code -Djdk.tls.server.disableExtensions=server_name}. Clients are not affected.
 */
final class JdkServerNames {
  private static final String SWITCH = "jdk.tls.server.disableExtensions";
  private static final String EXTENSION = "server_name";

  private JdkServerNames() {}

  /** Sets the switch beside what it holds already; again is the same as once. */
  static void ignore() {
    String held = System.getProperty(SWITCH, "");
    if (!held.contains(EXTENSION)) {
      System.setProperty(SWITCH, held.isEmpty() ? EXTENSION : held + "," + EXTENSION);
    }
  }
}

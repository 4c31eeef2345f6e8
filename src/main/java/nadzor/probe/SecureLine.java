package nadzor.probe;

import java.util.Optional;

/** A line that shakes hands first. Not thread-safe. */
interface SecureLine extends ByteLine {
  /** Completes the handshake or fails; {@code ssl_failed_handshake} for what TLS itself refuses. */
  void handshake(Deadline until) throws Failed;

  /** What was agreed, such as {@code TLSv1.3}; empty before that. */
  Optional<String> version();

  /** Likewise, such as {@code TLS_AES_128_GCM_SHA256}. */
  Optional<String> cipherSuite();
}

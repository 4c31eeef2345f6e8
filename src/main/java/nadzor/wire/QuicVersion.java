package nadzor.wire;

import com.google.common.io.BaseEncoding;
import java.util.Optional;

/** The versions of QUIC whose Initials are read. */
enum QuicVersion {
  /** RFC 9001 section 5.2, RFC 9000 section 17.2. */
  V1(0x0000_0001, "38762cf7f55934b34d179ae6a4c80cadccbb7f0a", "quic ", 0),
  /** RFC 9369 sections 3.2 and 3.3. */
  V2(0x6b33_43cf, "0dede3def700a6db819381be6e269dcbf9bd2ed9", "quicv2 ", 1);

  private final int number;
  private final String salt;
  private final String label;
  private final int initialType;

  QuicVersion(int number, String salt, String label, int initialType) {
    this.number = number;
    this.salt = salt;
    this.label = label;
    this.initialType = initialType;
  }

  static Optional<QuicVersion> of(int number) {
    return number == V1.number
        ? Optional.of(V1)
        : number == V2.number ? Optional.of(V2) : Optional.empty();
  }

  /** The version field. */
  int number() {
    return number;
  }

  /** The salt of the first secret, a fresh array. */
  byte[] salt() {
    return BaseEncoding.base16().lowerCase().decode(salt);
  }

  /** The label of one key: {@code key}, {@code iv} or {@code hp}. */
  String label(String what) {
    return label + what;
  }

  /** The two type bits of an Initial. */
  int initialType() {
    return initialType;
  }

  /** The two type bits of a Retry, the one long header without a length: one below, in a circle. */
  int retryType() {
    return (initialType + 3) & 3;
  }
}

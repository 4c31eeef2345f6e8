package nadzor.probe;

/**
 * Octets that no parser of TLS takes: a record type that does not exist before 120 octets without
 * sense. The 2021 throttler gave a connection up after an unreadable packet of at least 101 octets
 * (Xue et al., IMC 2021). The length stands where a record's does, so that a tolerant server can
 * pass over it.
 */
final class Scrambled {
  static final int LENGTH = 120;
  private static final int NO_RECORD_TYPE = 0x9d;
  private static final int STEP = 89;

  private Scrambled() {}

  static byte[] record() {
    byte[] record = new byte[5 + LENGTH];
    for (int i = 5; i < record.length; i++) {
      record[i] = (byte) ((i * STEP) ^ (i >> 2));
    }
    record[0] = (byte) NO_RECORD_TYPE;
    record[1] = 3;
    record[2] = 3;
    record[4] = LENGTH;
    return record;
  }
}

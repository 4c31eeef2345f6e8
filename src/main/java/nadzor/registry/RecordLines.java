package nadzor.registry;

/** Writes one record as octets, and reads it back. */
public interface RecordLines {
  /** The octets of a record. */
  byte[] write(Recorded<?> recorded);

  /** The record of such octets. */
  Recorded<?> read(byte[] line);
}

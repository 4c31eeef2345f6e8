package nadzor.exchange;

/** Is told what happens in a conversion. */
public interface ConversionWatch extends RemarkListener {
  /** How many octets of all files are read. */
  default void progress(long octets) {}
}

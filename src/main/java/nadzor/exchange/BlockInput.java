package nadzor.exchange;

import java.io.IOException;
import java.io.InputStream;

/** Octets that come in blocks; a single one is a block of one. */
public abstract class BlockInput extends InputStream {
  /** Of what a subclass reads. */
  protected BlockInput() {}

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public abstract int read(byte[] into, int offset, int length) throws IOException;
}

package nadzor.censor;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.net.InetAddress;

/** Turns client addresses into hashes that mean nothing after the next start. Thread-safe. */
public final class ClientHash {
  private final HashFunction function;

  /** With a key that the caller draws anew at every start. */
  public ClientHash(long key0, long key1) {
    function = Hashing.sipHash24(key0, key1);
  }

  /** 16 hexadecimal digits. */
  public String of(InetAddress client) {
    return function.hashBytes(client.getAddress()).toString();
  }
}

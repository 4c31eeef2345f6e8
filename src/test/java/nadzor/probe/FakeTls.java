package nadzor.probe;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Shakes hands by JSSE and lets another script go on inside; keeps the hello as it came. */
final class FakeTls implements FakeServer.Script {
  private static final int RECORD_HEAD = 5;

  private final SSLContext context;
  private final FakeServer.Script inside;
  private final List<List<byte[]>> hellos = new CopyOnWriteArrayList<>();

  FakeTls(KeyStore keys, FakeServer.Script inside) {
    this.inside = inside;
    try {
      KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
      factory.init(keys, TestCa.password());
      context = SSLContext.getInstance("TLS");
      context.init(factory.getKeyManagers(), null, null);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The segments in which the first client's first record came. */
  List<byte[]> hello() {
    return hellos.get(0);
  }

  /** The same, but the connection ends without close_notify. */
  FakeServer.Script cutAtTheEnd() {
    return socket -> {
      SSLSocket tls = accept(socket);
      inside.play(tls);
      socket.close();
    };
  }

  @Override
  public void play(Socket socket) throws IOException {
    try (SSLSocket tls = accept(socket)) {
      inside.play(tls);
    }
  }

  private SSLSocket accept(Socket socket) throws IOException {
    InputStream again = new ByteArrayInputStream(firstRecord(socket.getInputStream()));
    SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, again, true);
    tls.startHandshake();
    return tls;
  }

  private byte[] firstRecord(InputStream in) throws IOException {
    List<byte[]> segments = new ArrayList<>();
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    do {
      byte[] segment = Scripts.first(in);
      if (segment.length == 0) {
        throw new EOFException("no whole hello");
      }
      segments.add(segment);
      record.writeBytes(segment);
    } while (record.size() < RECORD_HEAD || record.size() < recordLength(record.toByteArray()));
    hellos.add(segments);
    return record.toByteArray();
  }

  private static int recordLength(byte[] record) {
    return RECORD_HEAD + ((record[3] & 0xff) << 8 | (record[4] & 0xff));
  }
}

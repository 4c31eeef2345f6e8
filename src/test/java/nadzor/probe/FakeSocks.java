package nadzor.probe;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import nadzor.flow.Addresses;
import nadzor.flow.Endpoint;

/** The proxy's side of SOCKS5; behind a successful CONNECT a script plays the origin. */
final class FakeSocks implements FakeServer.Script {
  private final int reply;
  private final FakeServer.Script origin;
  private final List<Endpoint> targets = new CopyOnWriteArrayList<>();
  private final List<String> names = new CopyOnWriteArrayList<>();

  FakeSocks(int reply, FakeServer.Script origin) {
    this.reply = reply;
    this.origin = origin;
  }

  static FakeSocks before(FakeServer.Script origin) {
    return new FakeSocks(0, origin);
  }

  /** The names that were asked for. */
  List<String> names() {
    return List.copyOf(names);
  }

  /** Where clients wanted to go. */
  List<Endpoint> targets() {
    return List.copyOf(targets);
  }

  @Override
  public void play(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    DataInputStream in = new DataInputStream(socket.getInputStream());
    expect(in.readByte() == 5);
    in.readFully(new byte[in.readByte()]);
    socket.getOutputStream().write(new byte[] {5, 0});
    expect(in.readByte() == 5 && in.readByte() == 1 && in.readByte() == 0);
    byte kind = in.readByte();
    byte[] address = new byte[kind == 1 || kind == 3 ? 4 : 16];
    if (kind == 3) {
      names.add(new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.US_ASCII));
    } else {
      in.readFully(address);
    }
    targets.add(new Endpoint(Addresses.ofOctets(address), in.readUnsignedShort()));
    socket.getOutputStream().write(new byte[] {5, (byte) reply, 0, 1, 0, 0, 0, 0, 0, 0});
    if (reply == 0) {
      origin.play(socket);
    }
  }

  private static void expect(boolean fine) throws IOException {
    if (!fine) {
      throw new IOException("no SOCKS5 CONNECT");
    }
  }
}

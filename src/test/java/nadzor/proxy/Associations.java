package nadzor.proxy;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.socket.DatagramPacket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nadzor.censor.Enforcement;
import nadzor.censor.StreamEffect;
import nadzor.flow.Endpoint;
import nadzor.flow.Sighting;
import nadzor.wire.SocksUdpHeader;
import nadzor.wire.Target;

/** Clients of the mixed port with a UDP association, for the playbooks of datagrams. */
final class Associations {
  static final Endpoint CLIENT = Endpoint.of("127.40.0.1", 60_000);

  private Associations() {}

  static Playbook associated(Enforcement enforcement) {
    return associated(enforcement, 0);
  }

  static Playbook associated(Enforcement enforcement, int port) {
    return associate(new Playbook(enforcement), port);
  }

  static Playbook associate(Playbook play, int port) {
    play.say(new byte[] {5, 1, 0}).heard();
    play.say(new byte[] {5, 3, 0, 1, 0, 0, 0, 0, (byte) (port >> 8), (byte) port});
    return play;
  }

  static Playbook associated(StreamEffect effect) {
    return associated(Enforcements.onAny(Sighting.Kind.DATAGRAM, effect, Optional.empty()));
  }

  static byte[] to(String host, byte[] payload) {
    Target target = Target.of(host, 443).orElseThrow();
    byte[] header = new byte[SocksUdpHeader.MAX_LENGTH];
    int length = SocksUdpHeader.write(target, header, 0);
    byte[] all = Arrays.copyOf(header, length + payload.length);
    System.arraycopy(payload, 0, all, length, payload.length);
    return all;
  }

  static int send(Playbook play, int length) {
    play.sockets.send(CLIENT, to("192.0.2.1", new byte[length]));
    return reached(play);
  }

  /** How many octets reached the server since it was last asked. */
  static int reached(Playbook play) {
    return play.sockets.reached(Playbook.BOUND).stream().mapToInt(one -> one.length).sum();
  }

  static List<String> heard(Playbook play) {
    return play.sockets.heard().stream().map(Associations::text).toList();
  }

  static String text(DatagramPacket packet) {
    String all = packet.recipient() + " " + ByteBufUtil.hexDump(packet.content());
    packet.release();
    return all;
  }
}

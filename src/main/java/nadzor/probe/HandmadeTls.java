package nadzor.probe;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;

/**
 * A TLS 1.3 client of our own (RFC 8446; X25519, AES-128-GCM, SHA-256, no resumption), because what
 * stands in a ClientHello is part of the transcript and the JDK's cannot be added to. Not
 * thread-safe.
 */
final class HandmadeTls implements SecureLine {
  private static final int CERTIFICATE = 11;
  private static final int VERIFY = 15;
  private static final int FINISHED = 20;
  private static final int ENCRYPTED_EXTENSIONS = 8;
  private static final int NEW_SESSION_TICKET = 4;
  private static final int SESSION_ID = 32;

  private final ByteLine below;
  private final Greeting greeting;
  private final PeerCheck check;
  private final RecordLayer records;
  private final HandshakeMessages messages;
  private Optional<ServerHello> answered = Optional.empty();
  private ByteBuffer plain = ByteBuffer.allocate(0);

  HandmadeTls(ByteLine below, Greeting greeting, PeerCheck check) {
    this.below = below;
    this.greeting = greeting;
    this.check = check;
    records = new RecordLayer(below);
    messages = new HandshakeMessages(records);
  }

  @Override
  public Optional<String> version() {
    return answered.map(ServerHello::versionText);
  }

  @Override
  public Optional<String> cipherSuite() {
    return answered.map(ServerHello::suiteText);
  }

  @Override
  public void handshake(Deadline until) throws Failed {
    KeyShare share = KeyShare.fresh();
    messages.send(hello(share), until);
    byte[] message = messages.next(until);
    ServerHello hello = ServerHello.read(message);
    answered = Optional.of(hello);
    messages.note(message);
    if (greeting.depth() == Depth.PAGE) {
      complete(hello, share, until);
    }
  }

  private byte[] hello(KeyShare share) {
    byte[] session = new byte[SESSION_ID];
    new SecureRandom().nextBytes(session);
    HelloWriter writer = new HelloWriter(session, greeting.serverName(), share.octets());
    HelloForm form = greeting.approach().hello();
    if (form.hasEch()) {
      writer.ech();
    }
    if (form == HelloForm.PADDED) {
      writer.padding(HelloWriter.PADDED_SIZE);
    }
    return writer.message();
  }

  private void complete(ServerHello hello, KeyShare share, Deadline until) throws Failed {
    boolean ours = hello.version() == ServerHello.TLS13 && hello.suite() == ServerHello.AES_128_GCM;
    if (!ours || hello.share().isEmpty()) {
      throw refused("the server wants " + hello.versionText() + " " + hello.suiteText());
    }
    Secrets secrets = Secrets.of(agreed(share, hello.share().get()), messages.hash());
    records.readWith(secrets.server());
    proveServer(secrets, until);
    byte[] whole = messages.hash();
    records.writeWith(secrets.client());
    byte[] finished = Hkdf.mac(finishedKey(secrets.client()), whole);
    byte[] message = Octets.join(HelloWriter.number(1, FINISHED), HelloWriter.sized(3, finished));
    messages.send(message, until);
    records.readWith(secrets.serverApplication(whole));
    records.writeWith(secrets.clientApplication(whole));
  }

  private static byte[] agreed(KeyShare share, byte[] peer) throws Failed {
    try {
      return share.agree(peer);
    } catch (GeneralSecurityException e) {
      throw refused("a key share that is none");
    }
  }

  private void proveServer(Secrets secrets, Deadline until) throws Failed {
    messages.note(next(ENCRYPTED_EXTENSIONS, until));
    byte[] certificates = next(CERTIFICATE, until);
    messages.note(certificates);
    X509Certificate[] chain = ServerProof.chain(certificates);
    try {
      check.checkServerTrusted(chain, "UNKNOWN");
    } catch (CertificateException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
    byte[] verify = next(VERIFY, until);
    ServerProof.verify(verify, chain[0], messages.hash());
    messages.note(verify);
    byte[] expected = Hkdf.mac(finishedKey(secrets.server()), messages.hash());
    byte[] finished = next(FINISHED, until);
    if (!MessageDigest.isEqual(Arrays.copyOfRange(finished, 4, finished.length), expected)) {
      throw refused("a Finished that does not fit");
    }
    messages.note(finished);
  }

  private byte[] next(int type, Deadline until) throws Failed {
    byte[] message = messages.next(until);
    if (message[0] != type) {
      throw refused("message " + message[0] + " in the place of " + type);
    }
    return message;
  }

  private static byte[] finishedKey(byte[] secret) {
    return Hkdf.expand(secret, "finished", Hkdf.SIZE);
  }

  private static Failed refused(String what) {
    return new Failed(Failure.Name.SSL_FAILED_HANDSHAKE, what);
  }

  @Override
  public int read(ByteBuffer into, Deadline until) throws Failed {
    while (!plain.hasRemaining()) {
      RecordLayer.Content content = records.read(until);
      switch (content.type()) {
        case RecordLayer.APPLICATION -> plain = ByteBuffer.wrap(content.octets());
        case RecordLayer.ALERT -> {
          return ended(content.octets());
        }
        default -> passOver(content.octets());
      }
    }
    int count = Math.min(into.remaining(), plain.remaining());
    into.put(plain.slice(plain.position(), count));
    plain.position(plain.position() + count);
    return count;
  }

  /** close_notify is an end; any other alert is none. */
  private static int ended(byte[] alert) throws Failed {
    if (alert.length == 2 && alert[1] == 0) {
      return -1;
    }
    throw new Failed(Failure.Name.UNKNOWN_FAILURE, "TLS: an alert");
  }

  private static void passOver(byte[] message) throws Failed {
    if (message.length == 0 || message[0] != NEW_SESSION_TICKET) {
      throw new Failed(Failure.Name.UNKNOWN_FAILURE, "TLS: a message after the handshake");
    }
  }

  @Override
  public void write(ByteBuffer from, Deadline until) throws Failed {
    while (from.hasRemaining()) {
      byte[] part = new byte[Math.min(from.remaining(), RecordLayer.MAX_PLAIN)];
      from.get(part);
      records.write(RecordLayer.APPLICATION, part, until);
    }
  }

  @Override
  public void close() {
    below.close();
  }
}

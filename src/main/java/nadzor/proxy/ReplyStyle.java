package nadzor.proxy;

import java.nio.charset.StandardCharsets;
import nadzor.censor.FlowKind;
import nadzor.wire.SocksReply;

/** How a client is told what became of its request: in the protocol in which it asked. */
enum ReplyStyle {
  /** A CONNECT: 200, or a status with Proxy-Status (RFC 9209). */
  CONNECT(FlowKind.CONNECT) {
    @Override
    byte[] granted() {
      return ascii("HTTP/1.1 200 Connection established\r\n\r\n");
    }

    @Override
    byte[] failed(Failure failure) {
      return httpFailure(failure);
    }
  },
  /** An absolute-form request: the origin's own answer, or a status with Proxy-Status. */
  FORWARD(FlowKind.HTTP) {
    @Override
    byte[] granted() {
      return new byte[0];
    }

    @Override
    byte[] failed(Failure failure) {
      return httpFailure(failure);
    }
  },
  /** SOCKS5 (RFC 1928 section 6). */
  SOCKS5(FlowKind.SOCKS) {
    @Override
    byte[] granted() {
      return SocksReply.GRANTED.version5();
    }

    @Override
    byte[] failed(Failure failure) {
      return failure.kind().socks().version5();
    }
  },
  /** SOCKS4 and 4a. */
  SOCKS4(FlowKind.SOCKS) {
    @Override
    byte[] granted() {
      return SocksReply.GRANTED.version4();
    }

    @Override
    byte[] failed(Failure failure) {
      return failure.kind().socks().version4();
    }
  },
  /** A client that asked for nothing: to it the connection breaks off, or stands. */
  NONE(FlowKind.TRANSPARENT) {
    @Override
    byte[] granted() {
      return new byte[0];
    }

    @Override
    byte[] failed(Failure failure) {
      return new byte[0];
    }
  };

  private final FlowKind kind;

  ReplyStyle(FlowKind kind) {
    this.kind = kind;
  }

  /** What feeds call such a flow. */
  FlowKind kind() {
    return kind;
  }

  /** What says that the tunnel stands; empty where nothing does. */
  abstract byte[] granted();

  /** What says that there is none. */
  abstract byte[] failed(Failure failure);

  private static byte[] httpFailure(Failure failure) {
    String body = "nadzor, a simulated network: " + failure.notice() + ".\n";
    String head =
        """
        HTTP/1.1 %d %s
        Proxy-Status: nadzor; error=%s%s
        Content-Type: text/plain; charset=utf-8
        Content-Length: %d
        Cache-Control: no-store
        Connection: close

        """
            .formatted(
                failure.kind().status(),
                phrase(failure.kind().status()),
                failure.kind().error(),
                failure.parameters(),
                body.length());
    return ascii(head.replace("\n", "\r\n") + body);
  }

  private static String phrase(int status) {
    return switch (status) {
      case 500 -> "Internal Server Error";
      case 503 -> "Service Unavailable";
      case 400 -> "Bad Request";
      case 403 -> "Forbidden";
      case 504 -> "Gateway Timeout";
      default -> "Bad Gateway";
    };
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

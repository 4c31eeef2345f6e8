package nadzor.wire;

import nadzor.flow.ClientHello;
import nadzor.flow.NameView;

/** The extensions of one ClientHello (RFC 8446 section 4.2). Used once; not thread-safe. */
final class HelloExtensions {
  private static final int SERVER_NAME = 0;
  private static final int ENCRYPTED_CLIENT_HELLO = 0xfe0d;
  private static final int ENCRYPTED_SERVER_NAME = 0xffce;
  private static final int HOST_NAME = 0;

  private final byte[] octets;
  private final NameView name;
  private boolean ech;
  private boolean esni;
  private boolean named;

  HelloExtensions(byte[] octets, NameView name) {
    this.octets = octets;
    this.name = name;
  }

  /** What was read. */
  ClientHello hello() {
    return new ClientHello(name, ech, esni);
  }

  /** Reads to the end of the message; the text says what is wrong and is empty where nothing is. */
  String read(Cursor body) {
    if (body.remaining() == 0) {
      return ""; // before TLS 1.2 a ClientHello may end here
    }
    int length = body.u16();
    if (length != body.remaining()) {
      return "extensions of " + length + " octets where " + body.remaining() + " are left";
    }
    while (body.remaining() > 0) {
      String why = extension(body);
      if (!why.isEmpty()) {
        return why;
      }
    }
    return "";
  }

  private String extension(Cursor body) {
    int type = body.u16();
    int length = body.u16();
    int start = body.position();
    if (!body.skip(length)) {
      return "an extension of " + length + " octets that does not fit";
    }
    if (type == ENCRYPTED_CLIENT_HELLO) {
      ech = true;
    } else if (type == ENCRYPTED_SERVER_NAME) {
      esni = true;
    }
    return type == SERVER_NAME ? serverName(new Cursor(octets, start, length)) : "";
  }

  /** The first name of the list; RFC 6066 allows one of this type. */
  private String serverName(Cursor list) {
    int listLength = list.u16();
    if (named || listLength != list.remaining()) {
      return named ? "two server_name extensions" : "a server name list of " + listLength;
    }
    named = true;
    int type = list.u8();
    if (type != HOST_NAME) {
      return "a server name of type " + type;
    }
    int length = list.u16();
    int start = list.position();
    boolean fits = length > 0 && list.skip(length) && name.set(octets, start, length);
    return fits ? "" : "a server name of " + length + " octets";
  }
}

package nadzor.dns;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.Base64;
import java.util.List;

/**
 * What a request to the HTTPS door asks (RFC 8484 section 4.1): a DNS message, or nothing and the
 * status that says why.
 *
 * @param status 200 with a message, else 400, 404, 405, 413, 414, 415, 431 or 505
 * @param message as it was sent, not longer than {@link Desk#LONGEST_QUERY}, as long as the request
 *     lives; empty without status 200
 */
record DohRequest(HttpResponseStatus status, ByteBuf message) {
  /** The one path. */
  static final String PATH = "/dns-query";

  /** The media type of questions and answers. */
  static final String MEDIA_TYPE = "application/dns-message";

  private static final String PARAMETER = "dns";

  /** Reads a whole request. */
  static DohRequest of(FullHttpRequest request) {
    if (request.decoderResult().isFailure()) {
      return refused(reason(request.decoderResult()));
    }
    if (request.protocolVersion().majorVersion() != 1) { // HTTP/2 comes in translated
      return refused(HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED);
    }
    QueryStringDecoder target = new QueryStringDecoder(request.uri());
    if (!target.rawPath().equals(PATH)) {
      return refused(HttpResponseStatus.NOT_FOUND);
    }
    if (request.method().equals(HttpMethod.GET)) {
      return get(target);
    }
    return request.method().equals(HttpMethod.POST)
        ? post(request)
        : refused(HttpResponseStatus.METHOD_NOT_ALLOWED);
  }

  private static HttpResponseStatus reason(DecoderResult result) {
    if (result.cause() instanceof TooLongHttpLineException) {
      return HttpResponseStatus.REQUEST_URI_TOO_LONG;
    }
    return result.cause() instanceof TooLongHttpHeaderException
        ? HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
        : HttpResponseStatus.BAD_REQUEST;
  }

  /** Base64url without padding, once (RFC 8484 section 6). */
  private static DohRequest get(QueryStringDecoder target) {
    try {
      List<String> values = target.parameters().getOrDefault(PARAMETER, List.of());
      boolean padded = values.stream().anyMatch(value -> value.endsWith("="));
      if (values.size() != 1 || padded) {
        return refused(HttpResponseStatus.BAD_REQUEST);
      }
      return asking(Unpooled.wrappedBuffer(Base64.getUrlDecoder().decode(values.get(0))));
    } catch (IllegalArgumentException e) {
      return refused(HttpResponseStatus.BAD_REQUEST);
    }
  }

  private static DohRequest post(FullHttpRequest request) {
    String type = request.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
    CharSequence media = HttpUtil.getMimeType(type);
    if (media == null || !MEDIA_TYPE.equalsIgnoreCase(media.toString().strip())) {
      return refused(HttpResponseStatus.UNSUPPORTED_MEDIA_TYPE);
    }
    return asking(request.content());
  }

  private static DohRequest asking(ByteBuf message) {
    if (message.readableBytes() > Desk.LONGEST_QUERY) {
      return refused(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
    }
    return new DohRequest(HttpResponseStatus.OK, message);
  }

  private static DohRequest refused(HttpResponseStatus status) {
    return new DohRequest(status, Unpooled.EMPTY_BUFFER);
  }
}

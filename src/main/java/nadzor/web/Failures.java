package nadzor.web;

import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.ContentTooLargeException;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.stream.ClosedStreamException;
import com.linecorp.armeria.common.util.Exceptions;
import com.linecorp.armeria.server.HttpStatusException;
import com.linecorp.armeria.server.RequestTimeoutException;
import com.linecorp.armeria.server.ServerErrorHandler;
import com.linecorp.armeria.server.ServiceConfig;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.util.List;
import java.util.Optional;
import nadzor.office.Refusal;
import nadzor.registry.RegistryException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever went wrong into a problem; what nobody foresaw is logged, and not told. */
final class Failures implements ServerErrorHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  /** The problem of what the rooms throw; empty for what nobody foresaw. */
  static Optional<Problem> problem(Throwable thrown, Body body) {
    if (thrown instanceof Problem problem) {
      return Optional.of(problem);
    }
    if (thrown instanceof Refusal refusal) {
      return Optional.of(of(refusal));
    }
    if (thrown instanceof RegistryException refused) {
      Fault fault = new Fault(body.quoting(refused.found()), refused.found(), refused.expected());
      return Optional.of(refused(String.valueOf(refused.getMessage()), fault));
    }
    if (thrown instanceof IllegalArgumentException wrong) {
      String message = String.valueOf(wrong.getMessage());
      return Optional.of(refused(message, new Fault(body.quoting(message), message, "")));
    }
    return Optional.empty();
  }

  private static Problem refused(String detail, Fault fault) {
    return new Problem(422, "refused", "The registry refuses this", detail, List.of(fault));
  }

  private static Problem of(Refusal refusal) {
    Fault fault = new Fault(refusal.pointer(), refusal.found(), refusal.expected());
    String detail = fault.detail();
    List<Fault> faults = List.of(fault);
    return switch (refusal.kind()) {
      case UNKNOWN ->
          refusal.pointer().isEmpty()
              ? new Problem(404, "unknown", "There is no such thing", detail, List.of())
              : refused(detail, fault);
      case STALE -> new Problem(412, "stale", "It has changed since it was read", detail, faults);
      case BUSY -> new Problem(409, "busy", "Something else is under way", detail, faults);
      case REFUSED -> refused(detail, fault);
      case UNAVAILABLE ->
          new Problem(
              503, "store", "The store does not take it; nothing was written", detail, faults);
    };
  }

  @Override
  public HttpResponse onServiceException(ServiceRequestContext ctx, Throwable cause) {
    Throwable peeled = Exceptions.peel(cause);
    Problem problem =
        problem(peeled, new Body(Json.object(), ""))
            .or(() -> ofTransport(ctx, peeled))
            .orElseGet(() -> unforeseen(ctx, peeled));
    return Answer.of(problem).response();
  }

  private static Optional<Problem> ofTransport(ServiceRequestContext ctx, Throwable cause) {
    if (cause instanceof ContentTooLargeException) {
      return Optional.of(
          status(
              HttpStatus.REQUEST_ENTITY_TOO_LARGE,
              "the body is longer than " + (ctx.maxRequestLength() >> 20) + " MiB"));
    }
    if (cause instanceof RequestTimeoutException) {
      return Optional.of(
          status(HttpStatus.REQUEST_TIMEOUT, "the request did not come whole in time"));
    }
    if (cause instanceof ClosedStreamException) {
      return Optional.of(status(HttpStatus.BAD_REQUEST, "the request broke off"));
    }
    if (cause instanceof HttpStatusException wrong) {
      return Optional.of(status(wrong.httpStatus(), wrong.httpStatus().reasonPhrase()));
    }
    return Optional.empty();
  }

  private static Problem unforeseen(ServiceRequestContext ctx, Throwable cause) {
    LOG.error("{} {} failed", ctx.method(), ctx.path(), cause);
    return status(HttpStatus.INTERNAL_SERVER_ERROR, "the laboratory's log says more");
  }

  private static Problem status(HttpStatus status, String detail) {
    return Problem.of(status.code(), "http-" + status.code(), status.reasonPhrase(), detail);
  }

  @Override
  public AggregatedHttpResponse renderStatus(
      @Nullable ServiceRequestContext ctx,
      ServiceConfig config,
      @Nullable RequestHeaders headers,
      HttpStatus status,
      @Nullable String description,
      @Nullable Throwable cause) {
    Problem problem =
        status(status, Optional.ofNullable(description).orElse(status.reasonPhrase()));
    return AggregatedHttpResponse.of(
        ResponseHeaders.builder(status).contentType(Answer.PROBLEM).build(),
        HttpData.ofUtf8(Json.write(problem.json())));
  }
}

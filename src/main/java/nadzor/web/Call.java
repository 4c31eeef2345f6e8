package nadzor.web;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import nadzor.office.Office;
import nadzor.office.View;
import tools.jackson.databind.JsonNode;

/**
 * One request that was admitted, its parameters and body checked by the document.
 *
 * @param body an empty object where there is none
 * @param upload a body that came into a file
 */
record Call(
    ServiceRequestContext context,
    AggregatedHttpRequest request,
    Office office,
    Replays replays,
    JsonNode body,
    Optional<Upload> upload) {
  private static final int LIMIT = 100;

  /** A part of the path. */
  String part(String name) {
    return String.valueOf(context.pathParam(name));
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(context.queryParam(name));
  }

  /** A parameter by which a list is cut down. */
  Filter filter(String name) {
    return new Filter(query(name));
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(request.headers().get(name));
  }

  Body read() {
    return new Body(body, "");
  }

  boolean dryRun() {
    return flag("dryRun");
  }

  boolean flag(String name) {
    return query(name).filter("true"::equals).isPresent();
  }

  int limit() {
    return query("limit").map(Integer::parseInt).orElse(LIMIT);
  }

  Optional<Instant> instant(String name) {
    return query(name).map(text -> Instants.of("#query/" + name, text));
  }

  /** What a question with {@code at} and {@code known} is answered from. */
  View view() {
    Optional<Cursor> cursor = cursor();
    return office.view(
        cursor.map(Cursor::at).or(() -> instant("at")),
        cursor.flatMap(Cursor::known).or(() -> instant("known")));
  }

  Optional<Cursor> cursor() {
    return query("cursor").map(Cursor::read);
  }

  /** The revision that a change rests on (RFC 9110, section 13.1.1). */
  OptionalLong ifMatch() {
    Optional<String> tag = header("if-match").filter(one -> !one.equals("*"));
    if (tag.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(tag.get().replace("\"", "").strip()));
    } catch (NumberFormatException e) {
      throw Problem.malformed(new Fault("#header/If-Match", tag.get(), "the ETag as it was read"));
    }
  }

  /** Who records it. */
  String by() {
    return read().find("recordedBy").or(() -> query("recordedBy")).orElse("teacher");
  }

  /** What tells this request from another. */
  String print() {
    return request.method()
        + " "
        + request.path()
        + "\n"
        + upload.map(Upload::print).orElseGet(request::contentUtf8);
  }

  /** For what is too large for memory. */
  TemporaryFiles files() {
    return new TemporaryFiles(office.spec().directory());
  }

  /** Answers, or answers again what this key was answered before. */
  Answer once(Way.Speaker speaker) {
    return replays.once(this, () -> speaker.answer(this));
  }
}

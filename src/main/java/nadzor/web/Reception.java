package nadzor.web;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.QueryParams;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import nadzor.office.Office;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Takes the requests of one operation: who writes, what the document says of them, who answers. */
final class Reception implements HttpService {
  private final Way way;
  private final Office office;
  private final Contract contract;
  private final Keys keys;
  private final Replays replays;
  private final Map<String, JsonNode> parameters;
  private final Optional<String> schema;

  Reception(Way way, Office office, Contract contract, Keys keys, Replays replays) {
    this.way = way;
    this.office = office;
    this.contract = contract;
    this.keys = keys;
    this.replays = replays;
    parameters = contract.query(way);
    schema = contract.body(way);
  }

  @Override
  public HttpResponse serve(ServiceRequestContext ctx, HttpRequest request) {
    try {
      if (way.writes()) {
        new Visitor(request.headers(), keys).requireWriter();
      }
      checkQuery(ctx.queryParams());
    } catch (Problem e) {
      return Answer.of(e).after(request);
    }
    return HttpResponse.of(
        way.load() == Way.Load.UPLOAD ? uploaded(ctx, request) : whole(ctx, request));
  }

  private CompletableFuture<HttpResponse> whole(ServiceRequestContext ctx, HttpRequest request) {
    return request
        .aggregate(ctx.eventLoop())
        .thenApplyAsync(whole -> answer(ctx, whole, Optional.empty()), ctx.blockingTaskExecutor());
  }

  private CompletableFuture<HttpResponse> uploaded(ServiceRequestContext ctx, HttpRequest request) {
    AggregatedHttpRequest head = AggregatedHttpRequest.of(request.headers());
    return new TemporaryFiles(office.spec().directory())
        .take(ctx, request, upload -> answer(ctx, head, Optional.of(upload)));
  }

  private HttpResponse answer(
      ServiceRequestContext ctx, AggregatedHttpRequest request, Optional<Upload> upload) {
    JsonNode body = schema.map(name -> body(request, name)).orElseGet(Json::object);
    Call call = new Call(ctx, request, office, replays, body, upload);
    try {
      return way.handler().answer(call);
    } catch (RuntimeException e) {
      throw Failures.problem(e, call.read()).orElseThrow(() -> e);
    }
  }

  private void checkQuery(QueryParams query) {
    List<Fault> faults = new ArrayList<>();
    for (String name : query.names()) {
      JsonNode parameter = parameters.get(name);
      if (parameter == null) {
        faults.add(
            new Fault(
                "#query/" + name,
                "an unknown parameter",
                parameters.isEmpty()
                    ? "none"
                    : "one of " + String.join(", ", parameters.keySet())));
      } else if (query.getAll(name).size() > 1) {
        faults.add(new Fault("#query/" + name, "it more than once", "it once"));
      } else {
        faults.addAll(contract.check(parameter, value(parameter, query.get(name, ""))));
      }
    }
    parameters.forEach(
        (name, parameter) -> {
          if (parameter.path("required").asBoolean(false) && !query.contains(name)) {
            faults.add(new Fault("#query/" + name, "nothing", "a value"));
          }
        });
    if (!faults.isEmpty()) {
      throw Problem.malformed(faults);
    }
  }

  /** A parameter's text as the JSON value that its type asks for; as it stands where it is none. */
  private static JsonNode value(JsonNode parameter, String text) {
    String type = parameter.at("/schema/type").asString();
    if (type.equals("integer") && text.matches("-?[0-9]{1,9}")) {
      return Json.number(Long.parseLong(text));
    }
    if (type.equals("boolean") && (text.equals("true") || text.equals("false"))) {
      return Json.flag(Boolean.parseBoolean(text));
    }
    return Json.text(text);
  }

  private JsonNode body(AggregatedHttpRequest request, String name) {
    MediaType type = request.contentType();
    if (type == null || !type.belongsTo(MediaType.JSON.withoutParameters())) {
      throw Problem.of(
          415, "media-type", "Not JSON", "found " + type + ", expected application/json");
    }
    JsonNode body = parse(request.content().array());
    List<Fault> faults = contract.check(name, body);
    if (!faults.isEmpty()) {
      throw Problem.malformed(faults);
    }
    return body;
  }

  private static JsonNode parse(byte[] octets) {
    try {
      return Json.read(octets);
    } catch (JacksonException e) {
      String where =
          e.getLocation() == null
              ? ""
              : " at line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr();
      throw Problem.malformed(new Fault("", e.getOriginalMessage() + where, ""));
    }
  }
}

package nadzor.web;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import java.util.List;
import nadzor.office.StoreHealth;
import tools.jackson.databind.node.ObjectNode;

/** How it is, and what it is like. */
final class HealthWays {
  private static final MediaType PROMETHEUS =
      MediaType.parse("text/plain; version=0.0.4; charset=utf-8");

  private HealthWays() {}

  static List<Way> all(Contract contract, Metrics metrics) {
    return List.of(
        plain("/healthz", call -> Answer.of(200, health(true, "")).response()),
        plain("/readyz", HealthWays::ready),
        plain(
            "/metrics",
            call -> HttpResponse.of(HttpStatus.OK, PROMETHEUS, HttpData.ofUtf8(metrics.scrape()))),
        plain(
            "/openapi.json",
            call ->
                HttpResponse.of(HttpStatus.OK, MediaType.JSON, HttpData.wrap(contract.text()))));
  }

  private static Way plain(String path, Way.Handler handler) {
    return new Way(HttpMethod.GET, path, handler);
  }

  private static HttpResponse ready(Call call) {
    StoreHealth store = call.office().archive().health();
    return Answer.of(store.writable() ? 200 : 503, health(store.writable(), store.detail()))
        .response();
  }

  private static ObjectNode health(boolean up, String detail) {
    ObjectNode node = Json.object();
    node.put("status", up ? "up" : "down");
    return node.put("detail", detail);
  }
}

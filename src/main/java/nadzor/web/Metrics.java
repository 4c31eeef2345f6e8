package nadzor.web;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.ToDoubleFunction;
import nadzor.lab.LabNetwork;
import nadzor.office.Office;

/** The office for Prometheus. Thread-safe; closed once. */
final class Metrics implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collector = new JvmGcMetrics();
  private final Office office;
  private final MultiGauge restrictions;

  Metrics(Office office) {
    this.office = office;
    restrictions =
        MultiGauge.builder("nadzor.restrictions.by.action")
            .description("Restrictions since the start")
            .register(registry);
    office.laboratory().networks().forEach(this::network);
    gauge("nadzor.journal.entries", one -> one.view(none(), none()).registry().limit());
    gauge("nadzor.store.writable", one -> one.archive().health().writable() ? 1 : 0);
    gauge("nadzor.flows.open", one -> one.flows().snapshot().open().size());
    gauge("nadzor.flow.events.lost", one -> one.flows().snapshot().lost());
    gauge("nadzor.clock.seconds", one -> one.clock().at().getEpochSecond());
    gauge("nadzor.clock.running", one -> one.clock().running() ? 1 : 0);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    collector.bindTo(registry);
  }

  private static <T> java.util.Optional<T> none() {
    return java.util.Optional.empty();
  }

  private void gauge(String name, ToDoubleFunction<Office> value) {
    Gauge.builder(name, office, value).register(registry);
  }

  private void network(LabNetwork network) {
    counter("nadzor.queries", network, one -> one.resolverCounters().queries());
    counter("nadzor.queries.restricted", network, one -> one.resolverCounters().restricted());
    counter("nadzor.connections", network, one -> one.proxyCounters().accepted());
    counter("nadzor.connections.restricted", network, one -> one.proxyCounters().restricted());
    counter("nadzor.octets.up", network, one -> one.proxyCounters().bytesUp());
    counter("nadzor.octets.down", network, one -> one.proxyCounters().bytesDown());
    Gauge.builder("nadzor.connections.open", network, one -> one.proxyCounters().open())
        .tag("network", network.name())
        .register(registry);
    Gauge.builder("nadzor.version", network, one -> one.blocklist().number())
        .description("The blocklist version in force")
        .tag("network", network.name())
        .register(registry);
    Gauge.builder("nadzor.rules", network, one -> one.blocklist().size())
        .tag("network", network.name())
        .register(registry);
  }

  private void counter(String name, LabNetwork network, ToDoubleFunction<LabNetwork> value) {
    FunctionCounter.builder(name, network, value).tag("network", network.name()).register(registry);
  }

  /** Where the server itself is measured too. */
  MeterRegistry registry() {
    return registry;
  }

  String scrape() {
    restrictions.register(
        office.restrictions().rates().totals().entrySet().stream()
            .<MultiGauge.Row<?>>map(
                one -> MultiGauge.Row.of(Tags.of("action", one.getKey()), one.getValue()))
            .toList(),
        true);
    return registry.scrape();
  }

  @Override
  public void close() {
    collector.close();
    registry.close();
  }
}

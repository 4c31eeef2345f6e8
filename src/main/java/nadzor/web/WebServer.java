package nadzor.web;

import com.linecorp.armeria.common.SessionProtocol;
import com.linecorp.armeria.server.GracefulShutdown;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServerPort;
import com.linecorp.armeria.server.ServiceBindingBuilder;
import com.linecorp.armeria.server.file.FileService;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import nadzor.flow.Endpoint;
import nadzor.office.Office;
import nadzor.transport.PromptLoops;

/**
 * Serves an office over HTTP on one address. Thread-safe; {@link #close} takes at most two seconds.
 */
public final class WebServer implements AutoCloseable {
  private static final long MAX_BODY = 1 << 20;
  private static final long MAX_UPLOAD = 512L << 20;
  private static final int MAX_HEADERS = 16 << 10;
  private static final int MAX_LINE = 8 << 10;
  private static final int MAX_CONNECTIONS = 500;
  private static final int WORKERS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration WORK = Duration.ofMinutes(5);
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration QUIET = Duration.ofMillis(100);
  private static final Duration GRACE = Duration.ofMillis(1_500);

  private final Server server;
  private final Metrics metrics;
  private final Keys keys;
  private final String token;
  private final Endpoint address;

  private WebServer(Server server, Metrics metrics, Keys keys, String token, Endpoint address) {
    this.server = server;
    this.metrics = metrics;
    this.keys = keys;
    this.token = token;
    this.address = address;
  }

  /**
   * Starts to serve.
   *
   * @throws IOException if the address or port is not to be had
   * @throws nadzor.lab.FenceException if the address lies outside the fence
   */
  public static WebServer start(WebSpec spec, Office office) throws IOException {
    return start(spec, office, PATIENCE);
  }

  static WebServer start(WebSpec spec, Office office, Duration patience) throws IOException {
    Endpoint at = spec.fence().admit("API", spec.at());
    String token = spec.token().isEmpty() ? Keys.secret() : spec.token();
    Keys keys = new Keys(token);
    Metrics metrics = new Metrics(office);
    Contract contract = Contract.shipped();
    Doorkeeper doorkeeper = new Doorkeeper();
    ServerBuilder builder = limits(at, patience).meterRegistry(metrics.registry());
    Replays replays = new Replays();
    List<Way> ways = ways(spec, contract, metrics, keys);
    for (Way way : ways) {
      Reception reception = new Reception(way, office, contract, keys, replays);
      serve(builder, way, reception, patience);
    }
    Pages.shipped().services().forEach(builder::service);
    Server server = builder.serviceUnder("/", pages(ways)).decorator(doorkeeper).build();
    try {
      server.start().join();
    } catch (CompletionException e) {
      metrics.close();
      throw new IOException("the API cannot listen on " + at + ": " + e.getCause(), e);
    }
    ServerPort port = server.activePort();
    Endpoint bound = Endpoint.of(port == null ? at.toSocketAddress() : port.localAddress());
    doorkeeper.answerTo(names(bound));
    return new WebServer(server, metrics, keys, token, bound);
  }

  private static HttpService pages(List<Way> ways) {
    return FileService.of(WebServer.class.getClassLoader(), "web/pages")
        .decorate(new Elsewhere(ways));
  }

  private static void serve(
      ServerBuilder builder, Way way, Reception reception, Duration patience) {
    ServiceBindingBuilder service = builder.route().path(way.path()).methods(way.method());
    switch (way.load()) {
      case USUAL -> service.requestTimeout(patience);
      case HEAVY -> service.requestTimeout(WORK);
      case UPLOAD -> service.requestTimeout(WORK).maxRequestLength(MAX_UPLOAD);
    }
    service.build(reception);
  }

  private static ServerBuilder limits(Endpoint at, Duration patience) {
    InetSocketAddress socket = at.toSocketAddress();
    return Server.builder()
        .port(new ServerPort(socket, SessionProtocol.HTTP))
        .maxRequestLength(MAX_BODY)
        .http1MaxHeaderSize(MAX_HEADERS)
        .http1MaxInitialLineLength(MAX_LINE)
        .maxNumConnections(MAX_CONNECTIONS)
        .bossGroupFactory(name -> new PromptLoops(1, name))
        .blockingTaskExecutor(WORKERS)
        .requestTimeout(patience)
        .idleTimeout(IDLE)
        .disableServerHeader()
        .errorHandler(new Failures()) // it logs what nobody foresaw
        .unloggedExceptionsReportInterval(Duration.ZERO)
        .gracefulShutdown(GracefulShutdown.builder().quietPeriod(QUIET).timeout(GRACE).build());
  }

  static List<Way> ways(WebSpec spec, Contract contract, Metrics metrics, Keys keys) {
    String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    List<Way> all = new ArrayList<>();
    all.addAll(LabWays.all());
    all.addAll(RegistryWays.all());
    all.addAll(CaseWays.all());
    all.addAll(ViolationWays.all());
    all.addAll(ProposalWays.all());
    all.addAll(DecisionWays.all());
    all.addAll(RegisterWays.all());
    all.addAll(NetworkWays.all());
    all.addAll(ListWays.all());
    all.addAll(ListVersionWays.all());
    all.addAll(ListBuildWays.all());
    all.addAll(ClockWays.all());
    all.addAll(FlowWays.all(run));
    all.addAll(MeasurementWays.all(run));
    all.addAll(ProfileWays.all(spec.profiles()));
    all.addAll(JournalWays.all());
    all.addAll(SessionWays.all(keys));
    all.addAll(HealthWays.all(contract, metrics));
    return all;
  }

  /**
   * What may stand in Host: the address itself, and the machine's own name where it is loopback.
   */
  private static Set<String> names(Endpoint bound) {
    Set<String> names = new TreeSet<>();
    names.add(bound.toString());
    if (bound.address().isLoopbackAddress()) {
      names.add("localhost:" + bound.port());
    }
    return names;
  }

  /** Where it listens. */
  public Endpoint address() {
    return address;
  }

  /** Where it is, for a browser that only looks. */
  public String url() {
    return "http://" + address + "/";
  }

  /** A link that lets one browser write; it can be used once. */
  public String link() {
    return "http://" + address + "/login?key=" + keys.link();
  }

  /** Who has it writes. */
  public String token() {
    return token;
  }

  @Override
  public void close() {
    server.stop().join();
    metrics.close();
  }
}

package nadzor.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import nadzor.lab.LabNetwork;
import nadzor.lab.Laboratory;
import nadzor.lab.Site;
import nadzor.story.Scenario;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How to use a laboratory that is up.
 *
 * @param balanced the networks whose proxies wait for a PROXY protocol header
 */
record Directions(Laboratory laboratory, Scenario scenario, Set<String> balanced) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String NO_BROWSER =
      "  A browser sends no such header: it needs a balancer before it that does.";

  /** Of a laboratory whose clients come by themselves. */
  Directions(Laboratory laboratory, Scenario scenario) {
    this(laboratory, scenario, Set.of());
  }

  void print(PrintWriter out, List<LabNetwork> networks) {
    String host = scenario.sites().get(0).host().text();
    for (LabNetwork network : networks) {
      String resolver = network.resolver().address().getHostAddress();
      out.println();
      out.println("network " + network.name());
      out.println("  resolver          " + network.resolver());
      out.println(
          "    over TLS        " + network.resolverOverTls() + "  as " + LabNetwork.RESOLVER_HOST);
      out.println("    over HTTPS      " + network.resolverOverHttps() + "  /dns-query");
      out.println("  foreign resolver  " + network.foreignResolver());
      out.println(
          "    over TLS        " + network.foreignResolverOverTls() + "  as dns.abroad.test");
      out.println("    over HTTPS      " + network.foreignResolverOverHttps() + "  /dns-query");
      out.println(
          "  proxy             "
              + network.proxy()
              + "  (HTTP CONNECT, HTTP, SOCKS4a, SOCKS5 with UDP)");
      out.println(
          "  transparent       "
              + network.transparentTls()
              + " (TLS, by SNI)  "
              + network.transparentHttp()
              + " (HTTP, by Host)");
      out.println();
      boolean behind = balanced.contains(network.name());
      (behind ? withHeader(network, host) : throughProxy(network, host)).forEach(out::println);
      out.println("  dig @" + resolver + " -p " + network.resolver().port() + " " + host);
      out.println(
          "  kdig @"
              + resolver
              + " -p "
              + network.resolverOverTls().port()
              + " +tls-ca="
              + laboratory.caFile()
              + " +tls-hostname="
              + LabNetwork.RESOLVER_HOST
              + " "
              + host);
      out.println(behind ? NO_BROWSER : browser(network, host));
    }
    out.println();
    out.println(
        "A browser of today sends a ClientHello longer than one segment, which filters of 2022 do not");
    out.println(
        "read whole: --ssl-version-max=tls1.2 makes it short. It tries HTTPS before HTTP: for a block");
    out.println("page add --disable-features=HttpsUpgrades and take a name that is not preloaded.");
    out.println();
    out.println(
        "Sites: " + String.join(" ", scenario.sites().stream().map(s -> s.host().text()).toList()));
    out.println("Ctrl-C ends it.");
    out.flush();
  }

  private List<String> throughProxy(LabNetwork network, String host) {
    String trusting = "  curl --cacert " + laboratory.caFile() + " --proxy ";
    String target = network.proxy() + " https://" + host + "/";
    return List.of(trusting + "http://" + target, trusting + "socks5h://" + target);
  }

  /**
   * The header must be the first that is sent. To a proxy that it asks for a tunnel curl sends it
   * within the tunnel, so there is no such line.
   */
  private List<String> withHeader(LabNetwork network, String host) {
    String curl = "  curl --haproxy-protocol ";
    return List.of(
        curl
            + ("--cacert " + laboratory.caFile())
            + (" --connect-to " + host + ":443:" + network.transparentTls())
            + (" https://" + host + "/"),
        curl
            + "--connect-to "
            + host
            + ":80:"
            + network.transparentHttp()
            + " http://"
            + host
            + "/",
        curl + "--proxy http://" + network.proxy() + " http://" + host + "/");
  }

  private String browser(LabNetwork network, String host) {
    return "  chromium --user-data-dir=$(mktemp -d) --proxy-server=http://"
        + network.proxy()
        + " --disable-quic --no-first-run --disable-background-networking"
        + " --host-resolver-rules='MAP * ~NOTFOUND, EXCLUDE "
        + network.proxy().address().getHostAddress()
        + "'"
        + " --ignore-certificate-errors-spki-list="
        + laboratory.spkiList()
        + " https://"
        + host
        + "/";
  }

  /** The ready file's object. */
  String json(LabNetwork named) {
    return write(JSON.createObjectNode(), named);
  }

  /** The same with where the API is, and the file that holds its token. */
  String json(LabNetwork named, String api, Path token) {
    ObjectNode root = JSON.createObjectNode();
    root.put("api", api);
    root.put("tokenFile", token.toAbsolutePath().toString());
    return write(root, named);
  }

  private String write(ObjectNode root, LabNetwork named) {
    root.put("network", named.name());
    addresses(root, named);
    root.put("ca", laboratory.caFile().toString());
    root.put("spki", laboratory.spkiList());
    ObjectNode sites = root.putObject("sites");
    scenario.sites().forEach(site -> site(sites.putObject(site.host().text()), site));
    ObjectNode networks = root.putObject("networks");
    laboratory.networks().forEach(one -> addresses(networks.putObject(one.name()), one));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static void addresses(ObjectNode node, LabNetwork network) {
    node.put("resolver", network.resolver().toString());
    node.put("resolverOverTls", network.resolverOverTls().toString());
    node.put("resolverOverHttps", network.resolverOverHttps().toString());
    node.put("resolverHost", LabNetwork.RESOLVER_HOST.text());
    node.put("foreignResolver", network.foreignResolver().toString());
    node.put("foreignResolverOverTls", network.foreignResolverOverTls().toString());
    node.put("foreignResolverOverHttps", network.foreignResolverOverHttps().toString());
    node.put("proxy", network.proxy().toString());
    node.put("transparentTls", network.transparentTls().toString());
    node.put("transparentHttp", network.transparentHttp().toString());
  }

  private static void site(ObjectNode node, Site site) {
    node.put("group", site.role());
    node.put("address", site.ipv4().getHostAddress());
    site.ipv6().ifPresent(address -> node.put("ipv6", address.getHostAddress()));
    node.put("url", "https://" + site.host() + "/");
    site.objects().forEach(object -> node.put("object", object.path()));
  }
}

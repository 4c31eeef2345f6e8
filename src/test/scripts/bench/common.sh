# What the bench scripts share: the build, and servers of ours that are started, awaited and ended by process id. Sourced.

home=$(cd "$(dirname "$0")/../../../.." && pwd)
. "$home/src/main/scripts/toolchain.sh"
started=

# build: compiles and sets CLASSES, the class path of tests. OFFLINE=-o keeps Maven off the network.
build() {
  need_java
  need_maven
  (cd "$home" && mvn -q -B ${OFFLINE:-} -Dspotless.check.skip=true test-compile dependency:build-classpath \
    -Dmdep.includeScope=test -Dmdep.outputFile=target/bench.classpath)
  CLASSES=$home/target/test-classes:$home/target/classes:$(cat "$home/target/bench.classpath")
}

# kit FOLDER: checks that the kit there is ready, as its README says.
kit() {
  kit=$(cd "${1:?the folder of the prepared kit}" && pwd)
  for part in data/domains_a.txt data/q_blocked.txt lib/dnsload lib/tlsload netty/target/classes/bench/Relay.class; do
    [ -e "$kit/$part" ] || { say "no $part in $kit: follow the kit's README, steps 1 to 4"; exit 2; }
  done
  scratch=$(mktemp -d)
}

# start NAME PROGRAM...: runs it on core 0, and sets PID.
start() {
  log=$scratch/$1.log
  shift
  taskset -c 0 "$@" >"$log" 2>&1 &
  PID=$!
  started="$started $PID"
}

# await LOG-WORD: until the server that was started last says so; at most 120 s.
await() {
  for _ in $(seq 600); do
    grep -q "^$1" "$log" && return 0
    kill -0 "$PID" 2>/dev/null || break
    sleep 0.2
  done
  say "a server did not come up: $(tail -n 5 "$log")"
  exit 1
}

# stop PID: ends one server that was started here.
stop() {
  rest=
  for pid in $started; do [ "$pid" = "$1" ] || rest="$rest $pid"; done
  started=$rest
  kill "$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
}

# stop_all: ends what was started here, and nothing else.
stop_all() {
  for each in $started; do stop "$each"; done
  [ -z "${scratch:-}" ] || rm -rf "$scratch"
}
trap stop_all EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# jvm HEAP: the options of a server of ours, those of the kit's own JVM peers but for the heap. Huge pages, as the
# launcher asks for them, are for ours: OURS.
OURS=-XX:+UseTransparentHugePages
jvm() { printf '%s ' -Xmx"$1" -Xms"$1" -XX:+UseSerialGC -XX:+AlwaysPreTouch --enable-native-access=ALL-UNNAMED; }

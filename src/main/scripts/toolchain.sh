# Finds what nadzor is built and run with, or installs it with apt where that is allowed. Sourced, not run.

say() { printf '%s\n' "nadzor: $*" >&2; }

# install PURPOSE PACKAGE...: with apt-get as root or by sudo without a password; otherwise says what to do and ends.
install() {
  purpose=$1
  shift
  if command -v apt-get >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ]; then as_root=; elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as_root=sudo; else as_root=none; fi
    if [ "$as_root" != none ]; then
      say "installing $* ($purpose)"
      $as_root apt-get update -qq >&2 &&
        DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends "$@" >&2 && return 0
      say "apt-get could not install: $*"
    fi
  fi
  say "needs $* ($purpose). Install it, as root: apt-get install $*"
  exit 2
}

# java_of DIR: prints the release number of the JDK in DIR, nothing if there is none.
java_of() {
  [ -x "$1/bin/javac" ] && "$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1
}

# need_java: sets JAVA_HOME and JAVA to a JDK of 17 or newer.
need_java() {
  for dir in "${JAVA_HOME:-}" "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /)")")")" /usr/lib/jvm/java-17-openjdk-* /usr/lib/jvm/*; do
    release=$(java_of "$dir" || true)
    if [ -n "${release:-}" ] && [ "$release" -ge 17 ]; then
      JAVA_HOME=$dir
      export JAVA_HOME
      JAVA=$dir/bin/java
      return 0
    fi
  done
  [ -n "${installed_java:-}" ] && { say "no JDK of 17 or newer, though it was installed"; exit 2; }
  installed_java=1
  install "the Java Development Kit, 17 or newer" openjdk-17-jdk-headless
  need_java
}

need_maven() {
  command -v mvn >/dev/null 2>&1 || install "Maven, which builds nadzor" maven
}

# need PROGRAM PACKAGE PURPOSE
need() {
  command -v "$1" >/dev/null 2>&1 || install "$3" "$2"
}

# need_postgres: its server's programs are not on the PATH; the tests start one of their own.
need_postgres() {
  ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || install "a real PostgreSQL" postgresql
}

# java_options: the origins pass over the SNI extension (the JDK's own server refuses a name with a trailing dot), and for the JDK in JAVA_HOME. From 24 on, native libraries and Unsafe (Netty, Jansi) must be allowed.
java_options() {
  printf '%s ' -Xmx512m -Dfile.encoding=UTF-8 -Djdk.tls.server.disableExtensions=server_name
  if [ "$(java_of "$JAVA_HOME")" -ge 24 ]; then
    printf '%s ' --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
  fi
}

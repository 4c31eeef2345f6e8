"""The servers that are compared: how each is started with version A, and how each is given another version. Every server has
core 0 for itself; whatever feeds it has core 1."""
import os
import shutil
import socket
import subprocess
import time

HOST, AUTHORITY, ORIGIN, PRIMARY = '127.0.0.1', 20510, 20511, 20512
KEY = 'c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2U='


def ask(port, name, patience=0.5):
    """The RCODE, or None."""
    query = b'\x12\x34\x01\0\0\x01\0\0\0\0\0\0' + b''.join(bytes([len(l)]) + l.encode() for l in name.split('.')) + b'\0\0\x01\0\x01'
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        s.settimeout(patience)
        try:
            s.connect((HOST, port))
            s.send(query)
            return s.recv(2048)[3] & 15
        except OSError:
            return None


def put(path, text):
    with open(path, 'w') as f:
        f.write(text)


def processor_seconds(pid):
    with open(f'/proc/{pid}/stat') as f:
        fields = f.read().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


class Server:
    """kind: which versions it is given, 'full' (A and B in turn) or 'delta' (one after another)."""
    kind, swaps, gap, settle = 'full', 6, 3.0, 1.0
    share = 0.5  # of what it can answer
    tls = None

    def __init__(self, kit, lists, folder, port):
        self.kit, self.lists, self.port, self.control = kit, lists, port, port + 5
        self.folder = os.path.join(folder, self.name)
        shutil.rmtree(self.folder, ignore_errors=True)
        os.makedirs(self.folder)
        self.children = []

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, core, command, **more):
        log = open(self.path('log'), 'a')
        child = subprocess.Popen(['taskset', '-c', str(core), *command], stdout=more.pop('stdout', log), stderr=log, **more)
        self.children.append(child)
        return child

    def template(self, name, **values):
        with open(os.path.join(self.kit, 'dns', name)) as f:
            text = f.read()
        for key, value in {'PORT': self.port, 'CTL': self.control, 'DIR': self.folder, 'THREADS': 1, 'INCLUDE': '', **values}.items():
            text = text.replace(f'@{key}@', str(value))
        return text.replace('port 5300', f'port {AUTHORITY}').replace('@5300', f'@{AUTHORITY}').replace(':5300', f':{AUTHORITY}')

    def await_list(self, patience=240):
        name, end = self.lists.only_a[0], time.monotonic() + patience
        while ask(self.port, name) != 3:
            if self.children[0].poll() is not None or time.monotonic() > end:
                raise SystemExit(f'{self.name} did not come up: ' + open(self.path('log')).read()[-800:])
            time.sleep(0.1)
        self.pid = self.children[0].pid

    def prepare(self, version):
        """What a user would have done before the order is given."""

    def swap(self, version):
        """Orders the change to this version, counted from 0. Returns whether it is in force when this returns, and a note."""
        raise NotImplementedError

    def rehearse(self):
        """What makes a JVM compile all that a swap does, uncounted; version 0 is in force again afterwards."""

    def stop(self):
        for child in reversed(self.children):
            child.terminate()
        for child in reversed(self.children):
            try:
                child.wait(20)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()


class Nadzor(Server):
    """A version is activated as it lies in the folder of lists."""
    name, tls, order = 'nadzor', True, 'whole'

    def start(self):
        self.child = self.run(0, os.environ['SWAP_SERVER'].split() + [
            os.environ['SWAP_FOLDER'], str(self.number(0)), str(self.port), str(self.port + 1), str(AUTHORITY), str(ORIGIN)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
        if not self.child.stdout.readline().startswith('up'):
            raise SystemExit('nadzor did not come up: ' + open(self.path('log')).read()[-800:])
        self.await_list()

    def number(self, version):
        return 1 + version % 2

    def rehearse(self):
        order, self.order = self.order, 'whole'
        for version in range(1, 7):
            self.swap(version)
            time.sleep(1)
        self.order = order
        self.swap(0)

    def swap(self, version):
        self.child.stdin.write(f'{self.order} {self.number(version)}\n')
        self.child.stdin.flush()
        words = self.child.stdout.readline().split()
        if words[:2] != ['in-force', str(self.number(version))]:
            raise SystemExit(f'nadzor said {words}: ' + open(self.path('log')).read()[-800:])
        return True, f'read {int(words[2]) / 1000:.0f} ms, swapped {words[3]} us'


class NadzorDelta(Nadzor):
    name, kind, gap, order = 'nadzor-delta', 'delta', 2.0, 'next'

    def number(self, version):
        return 3 + version


class ZoneFile(Server):
    """One that reads its policy zone from a file."""

    def feed(self):
        shutil.copyfile(self.lists.path('a.zone'), self.path('rpz.zone'))

    def prepare(self, version):
        shutil.copyfile(self.lists.path('b.zone'), self.path('next.zone'))

    def replace(self):
        os.replace(self.path('next.zone'), self.path('rpz.zone'))


class Unbound(ZoneFile):
    name, swaps, gap, settle = 'unbound-rpz', 1, 60.0, 3.0

    def zone(self):
        return f'zonefile: "{self.folder}/rpz.zone"'

    def start(self):
        self.feed()
        zone = f'rpz:\n name: "rpz.test"\n {self.zone()}\n rpz-action-override: nxdomain\n'
        put(self.path('u.conf'), self.template('unbound.conf.in', MODS='respip iterator', RPZ=zone))
        self.run(0, ['unbound', '-d', '-c', self.path('u.conf')])
        self.children.insert(0, self.children.pop())
        self.await_list()

    def swap(self, version):
        self.replace()
        subprocess.run(['taskset', '-c', '1', 'unbound-control', '-c', self.path('u.conf'), 'auth_zone_reload', 'rpz.test'], check=True,
                       stdout=subprocess.DEVNULL)
        return True, ''


class Bind(ZoneFile):
    name, swaps, gap, settle = 'bind-rpz', 1, 60.0, 3.0
    share = 0.25  # at half its sockets, which cannot be made larger, would hold 5 ms

    def zone(self):
        return f'type primary; file "{self.folder}/rpz.zone"; masterfile-format text'

    def start(self):
        self.feed()
        text = self.template('named.conf.in', FMT='text')
        text = text[:text.index('zone "rpz.test" { type')]
        put(self.path('named.conf'), text + f'zone "rpz.test" {{ {self.zone()}; allow-query {{ none; }}; check-names ignore; }};\n')
        put(self.path('rndc.conf'), f'key "k" {{ algorithm hmac-sha256; secret "{KEY}"; }};\n'
            f'options {{ default-key "k"; default-server {HOST}; default-port {self.control}; }};\n')
        self.run(0, ['named', '-f', '-n', '1', '-c', self.path('named.conf')])
        self.children.insert(0, self.children.pop())
        self.await_list()

    def swap(self, version):
        self.replace()
        subprocess.run(['taskset', '-c', '1', 'rndc', '-c', self.path('rndc.conf'), 'reload', 'rpz.test'], check=True, stdout=subprocess.DEVNULL)
        return False, ''


class Fed(Server):
    """A primary on core 1 takes the delta as one dynamic update, and notifies: what the server then gets is one IXFR."""
    kind, swaps, gap, settle = 'delta', 6, 2.0, 2.0

    def feed(self):
        where = os.path.join(self.folder, 'primary')
        os.makedirs(where)
        shutil.copyfile(self.lists.path('a.zone'), os.path.join(where, 'rpz.zone'))
        put(os.path.join(where, 'named.conf'), f'''options {{ directory "{where}"; listen-on port {PRIMARY} {{ {HOST}; }}; listen-on-v6 {{ none; }}; recursion no;
 pid-file "{where}/pid"; session-keyfile none; dnssec-validation no; notify explicit; notify-delay 0; also-notify {{ {HOST} port {self.port}; }};
 allow-transfer {{ {HOST}; }}; provide-ixfr yes; max-journal-size 200m; }};
controls {{ }};
zone "rpz.test" {{ type primary; file "{where}/rpz.zone"; allow-update {{ {HOST}; }}; check-names ignore; }};
''')
        self.run(1, ['named', '-f', '-n', '1', '-c', os.path.join(where, 'named.conf')])
        end = time.monotonic() + 120
        while ask(PRIMARY, self.lists.only_a[0] + '.rpz.test') != 0:
            if time.monotonic() > end:
                raise SystemExit('the primary did not come up')
            time.sleep(0.2)

    def prepare(self, version):
        with open(self.lists.path(f'delta-{version}.update')) as f:
            put(self.path('update'), f'server {HOST} {PRIMARY}\nzone rpz.test.\n' + f.read())

    def swap(self, version):
        subprocess.run(['taskset', '-c', '1', 'nsupdate', '-v', self.path('update')], check=True)
        return False, ''


class UnboundIxfr(Fed, Unbound):
    name = 'unbound-ixfr'

    def zone(self):
        return f'primary: {HOST}@{PRIMARY}\n allow-notify: {HOST}'


class BindIxfr(Fed, Bind):
    name = 'bind-ixfr'

    def zone(self):
        return (f'type secondary; primaries {{ {HOST} port {PRIMARY}; }}; file "{self.folder}/rpz.secondary"; masterfile-format raw; '
                f'allow-notify {{ {HOST}; }}')


class Dnsdist(Server):
    """Looks every second whether the file is another one."""
    name, gap = 'dnsdist-cdb', 3.0

    def start(self):
        shutil.copyfile(self.lists.path('a.cdb'), self.path('block.cdb'))
        put(self.path('d.conf'), 'setUDPSocketBufferSizes(4194304, 4194304)\n' + self.template('dnsdist-cdb.conf.in', LISTEN=f'addLocal("{HOST}:{self.port}")'))
        self.run(0, ['dnsdist', '--supervised', '--disable-syslog', '-C', self.path('d.conf')])
        self.await_list()

    def prepare(self, version):
        shutil.copyfile(self.lists.path('ab'[version % 2] + '.cdb'), self.path('next.cdb'))

    def swap(self, version):
        os.replace(self.path('next.cdb'), self.path('block.cdb'))
        return False, ''


ALL = {one.name: one for one in (Nadzor, NadzorDelta, Dnsdist, UnboundIxfr, BindIxfr, Unbound, Bind)}

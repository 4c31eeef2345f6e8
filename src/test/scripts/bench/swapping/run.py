#!/usr/bin/env python3
"""Runs the servers one after another under load, swaps their versions, and prints a table. Called by ../swap."""
import json
import os
import resource
import subprocess
import sys
import time

import judge
import lists
import servers

SERVER_CORE, LOAD_CORE = '0', '1'
WARM, CONNECTIONS, MOST = int(os.environ['WARM']), int(os.environ['CONNECTIONS']), int(os.environ['MOST'])


def load_core(command, **more):
    return subprocess.run(['taskset', '-c', LOAD_CORE, *command], check=True, **more)


def capacity(kit, server, questions):
    said = load_core([f'{kit}/lib/dnsload', servers.HOST, str(server.port), questions + '.dnsload', '2', '100'], stdout=subprocess.PIPE, text=True)
    return json.loads(said.stdout)['qps']


def warm(kit, load, server, questions, known):
    """Every name that can be resolved is known before; a server of ours gets the time that a JVM needs."""
    load_core([f'{kit}/lib/dnsload', servers.HOST, str(server.port), known, '2', '50', '8000'], stdout=subprocess.DEVNULL)
    seconds = WARM if server.tls else 2
    load_core([f'{kit}/lib/dnsload', servers.HOST, str(server.port), questions + '.dnsload', str(seconds), '100'], stdout=subprocess.DEVNULL)
    if server.tls:
        rehearsal = subprocess.Popen(['taskset', '-c', LOAD_CORE, load, '/dev/null', str(WARM * 2), str(server.port), '20000', questions,
                                      str(server.port + 1), '1500', questions])
        try:
            server.rehearse()
            rehearsal.wait(WARM * 2 + 20)
        finally:
            rehearsal.kill()
            rehearsal.wait()


def busy():
    with open('/proc/stat') as f:
        v = [int(x) for x in f.readline().split()[1:9]]
    return (v[0] + v[1] + v[2] + v[5] + v[6] + v[7]) / os.sysconf('SC_CLK_TCK')


def ours(server):
    """Processor seconds of all that takes part."""
    feeders = [int(pid) for pid in os.environ['FEEDERS'].split()] + [child.pid for child in server.children]
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(map(servers.processor_seconds, feeders)) + sum(u.ru_utime + u.ru_stime for u in used)


def quiet(patience=float(os.environ.get('QUIET', '60'))):
    """Waits until other programs leave the machine alone, or for that long."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        was = busy()
        time.sleep(1)
        if busy() - was < 0.15:
            return


def swapped(server, begin):
    """Orders the swaps, each at its time; gives them."""
    swaps = []
    for version in range(1, server.swaps + 1):
        server.prepare(version)
        time.sleep(max(0.0, begin + 2.5 + (version - 1) * server.gap - time.monotonic()))
        swap = judge.Swap(time.monotonic_ns())
        in_force, swap.note = server.swap(version)
        if in_force:
            swap.acknowledged = time.monotonic_ns()
        swaps.append(swap)
    return swaps


def measure(kit, load, server, known):
    questions = server.path('questions')
    fates = server.lists.questions(server.kind, questions)
    warm(kit, load, server, questions, known)
    quiet()
    most = capacity(kit, server, questions)
    rate = min(MOST, int(most * server.share))
    seconds = 2.5 + (server.swaps - 1) * server.gap + server.settle + (30 if server.gap > 10 else 2)
    log = server.path('fates')
    command = [load, log, str(seconds), str(server.port), str(rate), questions]
    if server.tls and CONNECTIONS:
        command += [str(server.port + 1), str(CONNECTIONS), questions]
    spent, was_busy, own, begin = servers.processor_seconds(server.pid), busy(), ours(server), time.monotonic()
    load_process = subprocess.Popen(['taskset', '-c', LOAD_CORE, *command])
    try:
        swaps = swapped(server, begin)
        load_process.wait(seconds + 30)
    finally:
        load_process.kill()
        load_process.wait()
    took = time.monotonic() - begin
    others = busy() - was_busy - (ours(server) - own)
    records = judge.read(log)
    verdict = judge.judge(records, {judge.DNS: fates, judge.HELLO: fates}, swaps, server.kind == 'full')
    spans = list(judge.windows(swaps, max(r[1] for r in records)))
    return {
        'server': server.name, 'capacity': most, 'rate': rate, 'swaps': swaps, 'verdict': verdict, 'core': (servers.processor_seconds(server.pid) - spent) / took,
        'others': max(0.0, others / took),
        'each': judge.percentiles(records, judge.DNS, [(1 + i // 3, *span[1:]) for i, span in enumerate(spans) if span[0] == 'during']),
        'dns': judge.percentiles(records, judge.DNS, spans), 'hello': judge.percentiles(records, judge.HELLO, spans)}


def milliseconds(value):
    return f'{value:,.2f}' if value < 10 else f'{value:,.0f}'


def effects(swaps):
    took = [(swap.effective() - swap.begun) / 1e6 for swap in swaps if swap.effective()]
    never = f', {len(swaps) - len(took)} never' if len(took) < len(swaps) else ''
    return (f'{min(took):,.0f} to {max(took):,.0f} ms' if took else '-') + never


def row(name, verdict, kind, windows, effect):
    times = ''.join('  ' + '/'.join(milliseconds(windows[window][i]) for window in ('before', 'during', 'after')).rjust(22) for i in range(4))
    ratio = windows['during'][1] / windows['before'][1] if windows['before'][1] else float('nan')
    return f'{name:22}{verdict.asked[kind]:>9,}{verdict.lost[kind]:>8,}{verdict.failed[kind]:>7,}{times}{ratio:>9.2f}  {effect}'


def tell(result):
    verdict, name = result['verdict'], result['server']
    print(row(name, verdict, judge.DNS, result['dns'], effects(result['swaps'])))
    if verdict.asked[judge.HELLO]:
        print(row(name + ' hellos', verdict, judge.HELLO, result['hello'], ''))
    print(f'    {len(result["swaps"])} swaps at {result["rate"]:,} of {result["capacity"]:,.0f} queries/s; stale {verdict.stale:,}, wrong {verdict.wrong:,}, '
          f'mixed {verdict.mixed:,} of {verdict.marked:,} that name their list; core 0: {result["core"]:.2f}, other programs: {result["others"]:.2f}; '
          f'the generator was late by at most {verdict.late_ns / 1e6:.1f} ms')
    for version, swap in enumerate(result['swaps'], 1):
        print(f'    {version}: {swap.note}{"; " if swap.note else ""}in force after {milliseconds((swap.effective() - swap.begun) / 1e6)} ms, meanwhile '
              f'p99 {milliseconds(result["each"][version][1])} ms, longest {milliseconds(result["each"][version][3])} ms' if swap.effective() else f'    {version}: never in force')
    for example in verdict.examples:
        print('    ' + example)
    sys.stdout.flush()


def main(kit, load, folder, names):
    made = lists.Lists(folder, int(os.environ['NAMES']))
    known = os.path.join(folder, 'known')
    servers.put(known, ''.join(lists.known(i) + ' A\n' for i in range(10_000)))
    print(f'{"milliseconds before/during/after":22}')
    print(f'{"":22}{"asked":>9}{"lost":>8}{"failed":>7}' + ''.join(f'  {title:>22}' for title in ('p50', 'p99', 'p99.9', 'longest')) + f'{"p99 x":>9}  takes effect in')
    for at, name in enumerate(names):
        server = servers.ALL[name](kit, made, folder, 20520 + 10 * at)
        try:
            server.start()
            tell(measure(kit, load, server, known))
        finally:
            server.stop()


if __name__ == '__main__':
    if sys.argv[1] == 'lists':
        lists.Lists(sys.argv[2], int(os.environ['NAMES'])).write()
    else:
        main(*sys.argv[2:5], sys.argv[5].split(','))

#!/usr/bin/env python3
"""Reads the lines of one side-by-side run of the kit and prints medians, and each as a ratio to the bare Netty peer.
usage: ratios.py dns|kinds|proxy FILE (kinds: against exact rules).  Runs that other programs disturbed by 0.25 of a core or more are left out where two remain."""
import collections
import json
import statistics
import sys

FOREIGN = 0.25
BARE = {'dns': 'netty-epoll-mmsg', 'kinds': 'exact', 'proxy': 'relay-epoll'}


def median(rows, field):
    values = [row[field] for row in rows if row.get(field) is not None]
    return statistics.median(values) if values else None


def quiet(rows):
    good = [row for row in rows if row['foreign'] < FOREIGN]
    return good if len(good) >= 2 else rows


def number(value, digits):
    return '-' if value is None else f'{value:,.{digits}f}'


def ratio(value, base):
    return '-' if not value or not base else f'{value / base:.2f}'


def dns(row):
    return (row['gen'], row['load']), row['server']


def proxy(row):
    return (row['test'],), row['target']


def columns(kind, test):
    """What is shown of a test: heading, field, digits."""
    if kind != 'proxy':
        return [('CPU us/query', 'srv_us_per_q', 2), ('queries/s', 'qps', 0), ('p99 us', 'p99_us', 0), ('lost', 'lost', 0)]
    if test[0].startswith('bulk'):
        return [('CPU s/GB', 'srv_s_per_GB', 3), ('Gbit/s', 'gbps', 2), ('errors', 'err', 0), ('RSS MiB', 'rss_mb', 0)]
    rate = 'blk_ps' if test[0] == 'block' else 'rps'
    return [('CPU us/conn', 'srv_us_per_req', 1), ('conn/s', rate, 0), ('p99 us', 'p99_us', 0), ('errors', 'err', 0), ('RSS MiB', 'rss_mb', 0)]


def main(kind, path):
    tests = collections.defaultdict(lambda: collections.defaultdict(list))
    with open(path) as lines:
        for line in lines:
            row = json.loads(line)
            if 'foreign' in row:
                test, who = (proxy if kind == 'proxy' else dns)(row)
                tests[test][who].append(row)
    for test, peers in tests.items():
        shown = columns(kind, test)
        base_name = 'x exact' if kind == 'kinds' else 'x bare'
        print(f'\n{" ".join(test)}')
        print(f'{"":20}{"runs (quiet)":>14}' + ''.join(f'{heading:>16}{base_name:>8}' if i < 2 else f'{heading:>10}' for i, (heading, _, _) in enumerate(shown)))
        base = quiet(peers.get(BARE[kind], []))
        for who, all_rows in sorted(peers.items(), key=lambda item: median(item[1], shown[0][1]) or 0):
            rows = quiet(all_rows)
            cells = ''
            for i, (_, field, digits) in enumerate(shown):
                value = median(rows, field)
                cells += f'{number(value, digits):>16}{ratio(value, median(base, field)):>8}' if i < 2 else f'{number(value, digits):>10}'
            runs = f'{len(all_rows)} ({sum(row["foreign"] < FOREIGN for row in all_rows)})'
            print(f'{who:20}{runs:>14}{cells}')


main(*sys.argv[1:])

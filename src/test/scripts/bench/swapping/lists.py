"""What is listed, when, and what is asked: files for every server, and for each name the versions that restrict it."""
import os
import random
import subprocess

ALLOWED, TURNING, DELTAS, SIZE = 7000, 100, 6, 1000
HEAD = '$TTL 60\n@ IN SOA localhost. root.localhost. ({} 3600 600 86400 60)\n@ IN NS localhost.\n'


def made_up(number):
    return f'x{number:07d}.example{number % 997}.test'


def known(number):
    """A name that the authority knows: it resolves wherever it is not restricted."""
    return f'h{number:05d}.allowed.test'


class Lists:
    """Version A: the first names; version B: a quarter others. A delta takes 500 away from A and adds 500.
    TURNING names each are in A alone and in B alone; each delta takes ten known names away and adds ten."""

    def __init__(self, folder, count):
        self.folder, self.shift = folder, count // 4
        self.only_a = [known(7000 + i) for i in range(TURNING)]
        self.only_b = [known(7200 + i) for i in range(TURNING)]
        self.added = [[known(8000 + 10 * k + i) for i in range(10)] for k in range(DELTAS)]
        self.taken = [[known(9000 + 10 * k + i) for i in range(10)] for k in range(DELTAS)]
        taken = [name for names in self.taken for name in names]
        self.always = (self.shift, count)
        self.a = [made_up(i) for i in range(count)] + self.only_a + taken
        self.b = [made_up(i) for i in range(self.shift, count + self.shift)] + self.only_b + taken

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self):
        for version, names, serial in (('a', self.a, 1), ('b', self.b, 2)):
            with open(self.path(f'{version}.txt'), 'w') as f:
                f.writelines(name + '\n' for name in names)
            with open(self.path(f'{version}.zone'), 'w') as f:
                f.write(HEAD.format(serial))
                f.writelines(f'{name} CNAME .\n' for name in names)
            with open(self.path(f'{version}.cdbin'), 'w') as f:
                f.writelines(f'{name} 1\n' for name in names)
            subprocess.run(['cdb', '-c', '-m', self.path(f'{version}.cdb'), self.path(f'{version}.cdbin')], check=True)
        line = {name: i + 1 for i, name in enumerate(self.a)}
        for k in range(DELTAS):
            added, taken = self.delta(k)
            with open(self.path(f'delta-{k + 1}.txt'), 'w') as f:
                f.writelines(f'+{name}\n' for name in added)
                f.writelines(f'-{name} {line[name]}\n' for name in taken)
            with open(self.path(f'delta-{k + 1}.update'), 'w') as f:
                f.writelines(f'update delete {name}.rpz.test. CNAME\n' for name in taken)
                f.writelines(f'update add {name}.rpz.test. 60 CNAME .\n' for name in added)
                f.write('send\n')

    def delta(self, k):
        rest = SIZE // 2 - 10
        return (self.added[k] + [made_up(5_000_000 + rest * k + i) for i in range(rest)],
                self.taken[k] + [made_up(rest * k + i) for i in range(rest)])

    def deltas(self):
        return [self.path(f'delta-{k + 1}.txt') for k in range(DELTAS)]

    def questions(self, kind, path, count=200_000):
        """Writes what is asked in turn; returns for each, from which version on it is restricted, and how that goes on:
        ('never',), ('always',), ('even',), ('odd',) of full swaps to and fro, ('from', k) and ('until', k) of deltas."""
        chance, names, fates = random.Random(7), [], []
        turning = ([(name, ('even',)) for name in self.only_a] + [(name, ('odd',)) for name in self.only_b] if kind == 'full' else
                   [(name, ('from', k + 1)) for k in range(DELTAS) for name in self.added[k]] +
                   [(name, ('until', k + 1)) for k in range(DELTAS) for name in self.taken[k]])
        for _ in range(count):
            draw = chance.random()
            name, fate = (chance.choice(turning) if draw < 0.2 else
                          (made_up(chance.randrange(*self.always)), ('always',)) if draw < 0.3 else
                          (known(chance.randrange(ALLOWED)), ('never',)))
            names.append(name)
            fates.append(fate)
        with open(path, 'w') as f:
            f.writelines(name + '\n' for name in names)
        with open(path + '.dnsload', 'w') as f:
            f.writelines(name + ' A\n' for name in names)
        return fates

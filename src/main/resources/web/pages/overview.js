/** Overview: the calendar, what is in force, restrictions per second, what comes. */
import {at, read} from './api.js';
import {clockPanel, upcoming} from './clock.js';
import {badge, caseLink, commas, decisionLink, empty, fill, h, keyed, link, networkLink, platformLink, versionLink} from './dom.js';
import {number, plural, when} from './format.js';
import {plot, tone} from './plot.js';
import {calendar, guarded, onChange, start} from './shell.js';

const WINDOW = 120;
const EVERY = 2000;

const NUMBERS = [
  ['inForce', 'in force', 'records', {kind: 'decisions', state: 'in force'}],
  ['openProposals', 'proposed', 'records', {kind: 'proposals', state: 'open'}],
  ['registerEntries', 'in the register', 'register', {}],
  ['openCases', 'open cases', 'cases', {state: 'open'}],
  ['violations', 'violations', 'records', {kind: 'violations'}],
  ['openDemands', 'open demands', 'records', {kind: 'demands', state: 'open'}],
  ['openFlows', 'open flows', 'flows', {state: 'open'}],
  ['journalEntries', 'records', 'journal', {}],
];

const MORE = [
  ['operators', 'operator', 'records', {kind: 'operators'}], ['platforms', 'platform', 'records', {kind: 'platforms'}],
  ['cases', 'case', 'cases', {}], ['demands', 'demand', 'records', {kind: 'demands'}], ['decisions', 'decision', 'records', {kind: 'decisions'}],
];

function numbers() {
  const list = h('ul', {class: 'numbers'});
  const more = h('p', {class: 'quiet'});
  const show = (counts) => {
    keyed(list, NUMBERS.map(([name, ...rest]) => [name, counts[name], ...rest]), ([name]) => name, ([, count, text, page, query]) =>
      h('li', {}, h('a', {href: link('', page, query).getAttribute('href')}, h('strong', {}, number(count)), ' ', h('span', {}, text))));
    fill(more, 'In all ', commas(MORE.map(([name, text, page, query]) => link(plural(counts[name], text), page, query))), '.');
  };
  return {node: h('section', {'aria-label': 'Numbers'}, list, more), show};
}

function inForce() {
  const list = h('ul', {class: 'cards'});
  const rest = h('div', {});
  const node = h('section', {'aria-labelledby': 'force-title'}, h('h2', {id: 'force-title'}, 'In force'), list, rest);
  const show = (items) => {
    keyed(list, items, (d) => d.id, decision);
    fill(rest, items.length === 0 && empty('Nothing is restricted.',
      h('p', {}, 'Record a violation in ', link('a case', 'cases'), '; when a rule of policy is met, a decision is proposed there, and once you take it, it bites within a second.')));
  };
  return {node, show};
}

function decision(d) {
  const since = d.moves.filter((m) => m.to === 'in force').at(-1);
  return h('li', {class: `card edge ${d.measure === 'block' ? 'blocked' : 'slow'}`},
    h('p', {class: 'card-head'}, badge(d.measure), ' ', commas(d.on.map((id) => platformLink(id)))),
    h('p', {}, decisionLink(d.id), ' in ', caseLink(d.case)),
    h('p', {class: 'quiet'}, d.authority, since && [', since ', when(since.at)], d.until && [', until ', when(d.until)]),
    h('p', {class: 'quiet'}, d.scope.join(', '), ': ', h('code', {}, d.holds.slice(0, 4).join('  ')), d.holds.length > 4 && ` and ${d.holds.length - 4} more`));
}

function rates() {
  const place = h('div', {class: 'plot', role: 'img', 'aria-label': 'Restrictions per second by kind; the same as numbers below'});
  const legend = h('ul', {class: 'legend'});
  const rest = h('div', {});
  const total = h('p', {class: 'quiet'});
  const node = h('section', {'aria-labelledby': 'rates-title'},
    h('h2', {id: 'rates-title'}, 'Restrictions per second'), place, legend, rest, total);
  let chart;
  const show = ({times, series, total: all}) => {
    const sums = series.map(({action, values}) => ({action, sum: values.reduce((a, b) => a + b, 0)}));
    place.hidden = series.length === 0;
    if (series.length > 0) (chart ??= plot(place)).show(times, series.map(({action, values}) => ({label: action, values})));
    keyed(legend, sums, (s) => s.action, legendLine(sums));
    fill(rest, series.length === 0 && empty(`No restriction in the last ${WINDOW} seconds.`,
      h('p', {}, 'Point a browser or curl at a network’s proxy (', link('addresses', 'networks'), ') and open a name that is in the register.')));
    fill(total, link(`${plural(all, 'restriction')} since the start`, 'flows', {view: 'restrictions'}), `; the plot shows the last ${WINDOW} seconds of real time.`);
  };
  return {node, show};
}

const legendLine = (sums) => ({action, sum}) => {
  const index = sums.findIndex((s) => s.action === action);
  return h('li', {}, h('span', {class: `key series-${index % 6}`, 'data-tone': tone(index)}), link(`${action} ${number(sum)}`, 'flows', {view: 'restrictions', action}));
};

function networks() {
  const list = h('ul', {class: 'plain'});
  const node = h('section', {'aria-labelledby': 'networks-title'}, h('h2', {id: 'networks-title'}, 'Networks'), list);
  const show = (items) => keyed(list, items, (n) => n.name, (n) => h('li', {},
    networkLink(n.name), n.control && h('span', {class: 'tag'}, 'control: restricts nothing'),
    h('span', {class: 'quiet'}, ' as ', link(n.profile, 'profiles', {profile: n.profile}), ', ', versionLink(n.version), ', ',
      link(plural(n.rules, 'rule'), 'networks', {version: n.version}))));
  return {node, show};
}

function proposals() {
  const node = h('div', {});
  const show = (count) => fill(node, count > 0 && h('div', {class: 'notice unsure'},
    h('p', {}, badge('proposed', plural(count, 'decision is', 'decisions are') + ' proposed'), ' ', link('See why, and take or dismiss', 'cases'), '.')));
  return {node, show};
}

function store() {
  const node = h('div', {});
  const show = ({kind, writable, detail}) => fill(node, !writable && h('div', {class: 'problem', role: 'alert'},
    h('p', {}, h('strong', {}, 'Nothing can be recorded now. '), `The store (${kind}) refuses writes: ${detail} What is in force stays in force.`)));
  return {node, show};
}

const due = (item) => {
  if (item.kind === 'move' || item.kind === 'lag') return h('a', {href: decisionLink(item.about).getAttribute('href')}, item.what);
  if (item.kind === 'term') return link(item.what, 'records', {kind: 'demands', q: item.about});
  return h('span', {}, item.what);
};

await start(async (main) => {
  const lab = await read(at('lab'));
  const parts = {clock: clockPanel(lab), numbers: numbers(), force: inForce(), rates: rates(), due: upcoming(), networks: networks(), proposals: proposals(), store: store()};
  fill(main,
    h('p', {class: 'lead'}, lab.about), parts.store.node, parts.proposals.node, parts.clock.node, parts.numbers.node,
    h('div', {class: 'split'}, h('div', {}, parts.force.node, parts.rates.node), h('div', {}, parts.due.node, parts.networks.node)),
    lab.notices.length > 0 && h('section', {}, h('h2', {}, 'Notices'), h('ul', {}, lab.notices.map((n) => h('li', {}, n)))),
    lab.sources.length > 0 && h('section', {}, h('h2', {}, 'Sources'), h('ul', {class: 'quiet'}, lab.sources.map((s) => h('li', {}, s)))));

  async function summary() {
    const all = await read(at('summary'), {seconds: WINDOW});
    calendar.take(all.clock);
    parts.numbers.show(all.counts);
    parts.rates.show(all.rates);
    parts.due.show(all.upcoming, due);
    parts.networks.show(all.networks);
    parts.proposals.show(all.counts.openProposals);
    parts.store.show(all.store);
  }

  const decisions = async () => parts.force.show((await read(at('decisions'), {state: 'in force', limit: 100})).items);
  await Promise.all([summary(), decisions()]);
  onChange(['journal', 'version', 'clock'], async () => Promise.all([summary(), decisions()]));
  onChange(['clock'], async () => parts.clock.show());
  setInterval(() => document.visibilityState === 'visible' && guarded(summary), EVERY);
});

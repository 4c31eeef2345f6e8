/** Why: what each network does with a URL, a name or an address, by the judge that enforces. */
import {Problem, at, read} from './api.js';
import {badge, caseLink, commas, decisionLink, empty, facts, fill, h, link, networkLink, to, versionLink} from './dom.js';
import {moment, plural, when} from './format.js';
import {problem} from './forms.js';
import {onChange, params, start} from './shell.js';
import {table} from './tables.js';
import {instants, timeTravel} from './timetravel.js';

const ON = {
  'dns-question': 'a question for the name', 'dns-answer': 'an answer with the address', connection: 'a connection to', 'http-head': 'a plain HTTP request',
  'client-hello': 'a TLS greeting with the name', 'quic-initial': 'a QUIC greeting with the name', datagram: 'a datagram',
};

const COLUMNS = [
  {head: 'At', cell: (s) => [h('code', {}, s.on), h('span', {class: 'quiet'}, ` ${ON[s.on] ?? ''}`, s.to && ` ${s.to}`)]},
  {head: 'It does', cell: (s) => [s.action === 'pass' ? badge('pass') : badge(s.measure ?? 'restricted', s.action), s.habit && h('span', {class: 'tag'}, 'whatever is listed')]},
  {head: 'By', cell: (s) => (s.rule ? h('code', {}, s.rule) : '–')},
  {head: 'Decision', cell: (s) => (s.decision ? [decisionLink(s.decision), s.case && [' in ', caseLink(s.case)]] : s.heldBy.join(', ') || '–')},
];

function network(n) {
  const sightings = table({caption: h('span', {class: 'unseen'}, `What ${n.network} does at each sighting`), columns: COLUMNS, key: (s) => `${s.on} ${s.to ?? ''}`,
    mark: (s) => (s.action === 'pass' ? undefined : 'bites'), none: () => h('p', {}, 'It sees nothing of it.')});
  sightings.show(n.sightings);
  return h('section', {class: `card edge ${n.restricted ? 'blocked' : 'ok'}`, 'aria-label': `network ${n.network}`, 'data-restricted': n.restricted},
    h('h3', {}, networkLink(n.network), ' ', badge(n.restricted ? 'restricted' : 'pass'), n.habit && h('span', {class: 'tag'}, 'by habit')),
    h('p', {class: 'quiet'}, 'profile ', link(n.profile, 'profiles', {profile: n.profile}), ', ', versionLink(n.version), n.control && ', control: restricts nothing'), sightings.node);
}

const violation = (v) => h('li', {}, link(v.id, 'records', {kind: 'violations', q: v.id}), ` ${v.date}: ${v.description}`, h('span', {class: 'quiet'}, ` (${v.source})`), v.reconstructed && h('span', {class: 'tag'}, 'reconstructed'));

function holding(d) {
  return h('section', {class: 'card', 'aria-label': `decision ${d.decision}`},
    h('h3', {}, badge(d.measure), ' ', decisionLink(d.decision)),
    facts(['Case', caseLink(d.case)], ['Authority', d.authority], ['Legal basis', d.law.register], ['In force from', when(d.inForceFrom)],
      ['Covers it by', commas(d.resources.map((r) => h('code', {}, r)))], ['Rule of policy', d.policyRule && h('code', {}, d.policyRule)]),
    d.violationCount > 0 && h('details', {}, h('summary', {}, plural(d.violationCount, 'violation')), h('ol', {}, d.violations.map(violation)),
      d.violationCount > d.violations.length && h('p', {}, link('all of them', 'records', {kind: 'violations', case: d.case}))));
}

function answer(found) {
  const biting = found.networks.filter((n) => n.restricted).length;
  return [
    h('p', {class: 'lead'}, `On ${moment(found.at)}, `, h('strong', {}, found.query), ' is restricted in ', h('strong', {}, `${biting} of ${plural(found.networks.length, 'network')}`), '.'),
    h('div', {class: 'grid'}, found.networks.map(network)),
    h('section', {}, h('h2', {}, 'Decisions that hold it'), found.decisions.length === 0 ? empty('No decision holds it.', 'Where a network restricts it all the same, it does so by habit: its profile says why.') : h('div', {class: 'grid'}, found.decisions.map(holding))),
  ];
}

await start(async (main) => {
  const lab = await read(at('lab'));
  const input = h('input', {id: 'why-q', name: 'q', type: 'search', value: params.get('q') ?? '', list: 'why-sites', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': 'why-hint'});
  const out = h('div', {'aria-live': 'polite', class: 'out'});
  const form = h('form', {role: 'search', 'aria-label': 'Why', class: 'big-search card'},
    h('label', {for: 'why-q'}, 'A URL, a host name or an address'), h('div', {class: 'row'}, input, h('button', {type: 'submit', class: 'primary'}, 'Ask the judge')),
    h('datalist', {id: 'why-sites'}, lab.sites.map((s) => h('option', {value: s.host}))),
    h('p', {class: 'hint', id: 'why-hint'}, 'The same judge answers that enforces: nothing is opened, nothing is restricted by asking.'));
  async function ask() {
    const q = input.value.trim();
    if (q === '') {
      fill(out, empty('Ask about anything.', h('p', {}, 'As ', commas(lab.sites.slice(0, 4).map((s) => link(s.host, 'why', {q: s.host}))), ', a page as https://www.facebook.com/page, or an address.')));
      return;
    }
    try {
      fill(out, answer(await read(at('why'), {url: q, ...instants()})));
    } catch (fault) {
      if (!(fault instanceof Problem)) throw fault;
      fill(out, problem(fault));
    }
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    history.replaceState({}, '', to('why', {q: input.value.trim(), ...instants()}));
    ask();
  });
  fill(main, form, out, timeTravel('why'));
  await ask();
  onChange(['journal', 'version'], ask);
});

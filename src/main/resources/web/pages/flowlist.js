/** The list of flows as they change; restrict this, lift this. */
import {at, read} from './api.js';
import {badge, caseLink, decisionLink, empty, fill, h, link, networkLink} from './dom.js';
import {form} from './forms.js';
import {opens} from './dialogs.js';
import {number, octets, rate, wallSecond} from './format.js';
import {filter, filterBar, liveBar, views} from './livebar.js';
import {params} from './shell.js';
import {Stream} from './sse.js';
import {table} from './tables.js';

const HELD = 200;
const VERDICTS = [['restricted', 'restricted'], ['pass', 'passes'], ['none', 'not judged yet']];

const restrict = (name) => () => form({
  label: `Restrict ${name}`, submit: 'Restrict it', danger: true,
  fields: [{name: 'measure', label: 'Measure', kind: 'select', options: [['block', 'block'], ['throttle', 'throttle (slow down)']]}, {name: 'why', label: 'Why', value: 'shown in class'}],
  compose: (values) => ({name, ...values}),
  send: (attempt, body, dryRun) => attempt.send('POST', at('restrict-this'), body, {dryRun}),
});

const lift = (name) => () => form({
  label: `Lift what holds ${name}`, submit: 'Lift it', fields: [{name: 'why', label: 'Why', value: 'shown in class'}],
  compose: (values) => ({name, ...values}),
  send: (attempt, body, dryRun) => attempt.send('POST', at('lift-this'), body, {dryRun}),
});

/** The place without its port. */
const bare = (server) => server.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
const named = (f) => f.name ?? bare(f.server);

function act(f) {
  const name = named(f);
  if (f.decision) return opens('Lift this', `Lift what holds ${name}`, lift(name), {preview: true});
  if (f.verdict === 'restricted') return h('span', {class: 'quiet'}, '–');
  return opens('Restrict this', `Restrict ${name}`, restrict(name), {preview: true});
}

const COLUMNS = [
  {head: 'Flow', cell: (f) => [h('strong', {}, named(f)), h('span', {class: 'quiet small'}, ` ${f.via} to ${f.server}`)]},
  {head: 'Network', cell: (f) => networkLink(f.network)}, {head: 'Opened', cell: (f) => wallSecond(f.openedWall)},
  {head: 'Verdict', cell: (f) => [badge(f.verdict), f.action && f.action !== 'pass' && [' ', h('code', {}, f.action)], f.bucket && [' ', link('rate', 'throttling', {flow: f.id})]]},
  {head: 'Rule', cell: (f) => (f.rule ? h('code', {}, f.rule) : '–')},
  {head: 'Decision', cell: (f) => (f.decision ? [decisionLink(f.decision), f.case && [' in ', caseLink(f.case)]] : '–')},
  {head: 'Octets', num: true, cell: (f) => h('span', {}, `↑ ${octets(f.up)} ↓ ${octets(f.down)}`, f.state === 'open' && (f.downRate ?? 0) > 0 && h('span', {class: 'quiet'}, ` ${rate(f.downRate)}`))},
  {head: 'State', cell: (f) => [badge(f.state), f.ending && h('span', {class: 'quiet'}, ` ${f.ending}`)]},
  {head: 'Do', cell: (f) => h('span', {class: 'choices'}, act(f), link('why', 'why', {q: named(f)}, {'aria-label': `Why: ${named(f)}`}))},
];

function fits(flow, query) {
  if (query.network && flow.network !== query.network) return false;
  if (query.verdict && flow.verdict !== query.verdict) return false;
  if (query.state && flow.state !== query.state) return false;
  return !query.q || [flow.name, flow.server, flow.rule].some((text) => text?.toLowerCase().includes(query.q.toLowerCase()));
}

const none = (lab) => () => empty('No flow here yet.', h('p', {}, 'Point a browser or curl at a network’s proxy:'),
  h('p', {}, h('code', {class: 'line'}, `curl --cacert ${lab.ca} --proxy http://${lab.first} https://${lab.sites[0]?.host ?? 'www.example.org'}/`)), h('p', {}, link('Addresses of all networks', 'networks')));

/** The page. */
export async function flowsPage(main) {
  const [lab, networks] = await Promise.all([read(at('lab')), read(at('networks'))]);
  const flows = new Map();
  const filters = [filter('network', 'Network', lab.networks.map((n) => [n, n])), filter('verdict', 'Verdict', VERDICTS), filter('state', 'State', [['open', 'open'], ['closed', 'closed']]), filter('q', 'Text')];
  const query = () => Object.fromEntries(filters.map((f) => [f.name, f.value()]));
  const list = table({caption: 'Flows, the latest first', columns: COLUMNS, key: (f) => f.id, none: none({...lab, first: networks.items[0]?.proxy})});
  let drawn = false;

  function draw() {
    drawn = false;
    const shown = [...flows.values()].filter((f) => fits(f, query())).sort((a, b) => b.id - a.id).slice(0, HELD);
    list.show(shown);
    list.caption(`Flows, the latest first: ${number(shown.length)}`);
    for (const id of [...flows.keys()].sort((a, b) => b - a).slice(HELD * 3)) flows.delete(id);
  }

  const soon = () => {
    if (!drawn) requestAnimationFrame(draw);
    drawn = true;
  };

  async function again() {
    const page = await read(at('flows'), {...query(), limit: HELD});
    flows.clear();
    for (const flow of page.items) flows.set(flow.id, flow);
    draw();
  }

  let stream;
  const bar = liveBar(() => stream);
  fill(main, views('flows'), h('p', {class: 'lead'}, 'What passes through the networks now, each flow with the verdict it was given.'), filterBar('Filter flows', filters, again), bar.node, list.node);
  stream = new Stream(at('flows', 'stream'), {
    flow: ({flow}) => {
      flows.set(flow.id, flow);
      soon();
    },
    gap: (gap) => {
      bar.missed(gap);
      again();
    },
  }, (state) => {
    bar.show(state);
    if (state === 'live') again();
  });
}

/** Restrictions as they happened, the latest first. */
import {at, read} from './api.js';
import {badge, caseLink, decisionLink, empty, fill, h, link, networkLink} from './dom.js';
import {number, whenSecond, day} from './format.js';
import {filter, filterBar, liveBar, views} from './livebar.js';
import {params} from './shell.js';
import {Stream} from './sse.js';
import {table} from './tables.js';

const HELD = 200;

const COLUMNS = [
  {head: 'When', cell: (r) => [h('span', {class: 'quiet'}, `${day(r.at)} `), whenSecond(r.at)]}, {head: 'Name', cell: (r) => [h('strong', {}, r.name || r.server), ' ', link('why', 'why', {q: r.name || r.server.replace(/:\d+$/, '')})]},
  {head: 'Network', cell: (r) => networkLink(r.network)}, {head: 'At', cell: (r) => h('code', {}, r.on)},
  {head: 'Action', cell: (r) => [badge(r.measure), ' ', h('code', {}, r.action), r.residual && h('span', {class: 'tag'}, 'residual of an earlier trigger')]},
  {head: 'Rule', cell: (r) => h('code', {}, r.rule)}, {head: 'Decision', cell: (r) => (r.decision ? [decisionLink(r.decision), r.case && [' in ', caseLink(r.case)]] : r.label)},
  {head: 'Client', cell: (r) => h('code', {title: 'a keyed hash that changes at every start'}, r.client)},
];

function fits(r, q) {
  const exact = ['network', 'action', 'decision', 'case', 'name'].every((name) => !q[name] || r[name] === q[name]);
  return exact && (!q.q || [r.name, r.server, r.rule, r.label].some((text) => text?.toLowerCase().includes(q.q.toLowerCase())));
}

/** The page. */
export async function restrictionsPage(main) {
  const lab = await read(at('lab'));
  const filters = [filter('network', 'Network', lab.networks.map((n) => [n, n])), filter('action', 'Action'), filter('decision', 'Decision'), filter('case', 'Case'), filter('q', 'Text')];
  const query = () => Object.fromEntries(filters.map((f) => [f.name, f.value()]));
  const list = table({caption: 'Restrictions, the latest first', columns: COLUMNS, key: (r) => r.seq,
    none: () => empty('No restriction here.', h('p', {}, 'One stands here as soon as a client of a network meets what is in the register. What is in force: ', link('the register', 'register'), '.'))});
  let items = [];

  function draw() {
    list.show(items);
    list.caption(`Restrictions, the latest first: ${number(items.length)}`);
  }

  async function again() {
    items = (await read(at('restrictions'), {...query(), limit: HELD})).items;
    draw();
  }

  let stream;
  const bar = liveBar(() => stream);
  fill(main, views('restrictions'), filterBar('Filter restrictions', filters, again), bar.node, list.node);
  stream = new Stream(at('restrictions', 'stream'), {
    restriction: (r) => {
      if (!fits(r, query()) || items.some((i) => i.seq === r.seq)) return;
      items = [r, ...items].slice(0, HELD);
      draw();
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

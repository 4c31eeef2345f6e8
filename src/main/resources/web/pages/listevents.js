/** What a trial newly restricts, as it happens. */
import {at, read} from './api.js';
import {badge, empty, fill, h, link, networkLink} from './dom.js';
import {wallSecond} from './format.js';
import {listLink} from './listparts.js';
import {guarded} from './shell.js';
import {paged} from './tables.js';

const EVERY = 2000;

const COLUMNS = [
  {head: 'No.', num: true, cell: (e) => String(e.number)}, {head: 'When', cell: (e) => wallSecond(e.wall)}, {head: 'Name', cell: (e) => [h('strong', {}, e.name), ' ', e.name && link('why', 'why', {q: e.name})]},
  {head: 'Network', cell: (e) => networkLink(e.network)}, {head: 'Version', cell: (e) => listLink(e.version)}, {head: 'At', cell: (e) => h('code', {}, e.on)},
  {head: 'Action', cell: (e) => [h('code', {}, e.action), ' ', e.shadow ? badge('quiet', 'only told') : badge('blocked', 'done')]}, {head: 'Rule', cell: (e) => h('code', {}, e.rule)},
  {head: 'Client', cell: (e) => h('code', {title: 'a keyed hash that changes at every start'}, e.client)},
];

/** The page. */
export async function eventsPage(main) {
  fill(document.querySelector('h1'), 'Newly restricted');
  document.title = 'Newly restricted · nadzor';
  const list = paged({caption: 'Requests that a version on trial restricts and the one in force does not, the latest first', columns: COLUMNS, key: (e) => e.number,
    none: () => empty('No such request.', h('p', {}, 'Put a version on trial, as shadow or canary, under ', link('the versions', 'lists'), '; what it newly restricts stands here.'))},
  (cursor) => read(at('lists', 'events'), {limit: 50, cursor}));
  fill(main, h('p', {}, link('← All versions', 'lists')), list.node);
  await list.refresh();
  setInterval(() => document.visibilityState === 'visible' && guarded(list.refresh), EVERY);
}

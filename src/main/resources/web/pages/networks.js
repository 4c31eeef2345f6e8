/** Networks: their addresses and versions; a version's rules. */
import {Problem, at, read} from './api.js';
import {badge, caseLink, commas, decisionLink, empty, facts, fill, h, keyed, link, networkLink, versionLink} from './dom.js';
import {duration, number, plural, when} from './format.js';
import {notHere, onChange, params, start} from './shell.js';
import {paged} from './tables.js';

const DOORS = [['proxy', 'Proxy (HTTP, CONNECT, SOCKS)'], ['resolver', 'Resolver'], ['resolverOverTls', 'over TLS'], ['resolverOverHttps', 'over HTTPS'], ['foreignResolver', 'Foreign resolver'],
  ['transparentTls', 'Transparent TLS'], ['transparentHttp', 'Transparent HTTP']];

const lag = (n) => [duration(n.lag), ...Object.entries(n.lagOf).map(([id, time]) => [', ', decisionLink(id), ` ${duration(time)}`])];
const flows = (n) => commas([link(plural(n.counters.connections ?? 0, 'connection'), 'flows', {network: n.name}), link(plural(n.counters.queries ?? 0, 'query', 'queries'), 'flows', {network: n.name})]);

function unenforced(n) {
  return n.unenforced.length > 0 && h('div', {class: 'notice slow'}, h('p', {}, h('strong', {}, 'It has no means for: ')),
    h('ul', {}, n.unenforced.map((u) => h('li', {}, Object.values(u).flat().join(', ')))));
}

function curl(n, lab) {
  const host = lab.sites[0]?.host ?? 'www.example.org';
  return h('details', {}, h('summary', {}, 'Try it with curl or a browser'),
    h('p', {}, h('code', {class: 'line'}, `curl --cacert ${lab.ca} --proxy http://${n.proxy} https://${host}/`)),
    h('p', {}, h('code', {class: 'line'}, `chromium --user-data-dir=$(mktemp -d) --proxy-server=http://${n.proxy} --disable-quic --ignore-certificate-errors-spki-list=${lab.spki} https://${host}/`)),
    h('p', {class: 'quiet'}, 'The laboratory’s CA is never installed anywhere: both are told of it for this call alone.'));
}

const panel = (lab) => (n) => h('section', {class: 'card', 'aria-label': `network ${n.name}`},
  h('h2', {}, networkLink(n.name), n.control && h('span', {class: 'tag'}, 'control: restricts nothing')),
  facts(['Profile', link(n.profile, 'profiles', {profile: n.profile})], ['In force', [versionLink(n.version), ', ', link(plural(n.rules, 'rule'), 'networks', {version: n.version}), ', since ', when(n.activatedAt)]],
    ['Lag behind the register', lag(n)], ['Since the start', flows(n)], ...DOORS.map(([name, text]) => [text, h('code', {}, n[name])])), unenforced(n), curl(n, lab));

const VERSIONS = [
  {head: 'Version', cell: (v) => versionLink(v.number)}, {head: 'Rules', num: true, cell: (v) => link(number(v.rules), 'networks', {version: v.number})},
  {head: 'Compiled', cell: (v) => when(v.compiledAt)}, {head: 'Took', num: true, cell: (v) => `${number(v.micros)} µs`},
  {head: 'In force in', cell: (v) => (v.networks.length === 0 ? '–' : commas(v.networks.map(networkLink)))}, {head: 'Hash', cell: (v) => h('code', {class: 'hash'}, v.hash.slice(0, 16))},
];

async function all(main) {
  const only = params.get('network');
  const lab = await read(at('lab'));
  const list = h('div', {class: 'grid'});
  const versions = paged({caption: 'Blocklist versions', columns: VERSIONS, key: (v) => v.number, none: () => empty('No version is compiled yet.', 'One is compiled whenever what is in force changes.')}, (cursor) => read(at('versions'), {limit: 20, cursor}));
  fill(main, only ? h('p', {}, link('← All networks', 'networks')) : h('p', {class: 'lead'}, 'Each network enforces the register in its own way, some of them late.'), list, h('section', {}, versions.node));
  const show = async () => {
    const items = only ? [await read(at('networks', only))] : (await read(at('networks'))).items;
    keyed(list, items, (n) => n.name, panel(lab));
    await versions.refresh();
  };
  try {
    await show();
  } catch (fault) {
    if (!(fault instanceof Problem) || fault.status !== 404) throw fault;
    fill(main, notHere('network', only, 'networks'));
    return;
  }
  onChange(['version'], show);
}

const RULES = [
  {head: 'Match', cell: (r) => h('code', {}, r.match)}, {head: 'Measure', cell: (r) => badge(r.measure)}, {head: 'Reason', cell: (r) => (r.decision ? decisionLink(r.decision) : r.label)},
  {head: 'Case', cell: (r) => (r.case ? caseLink(r.case) : '–')}, {head: 'Authority', cell: (r) => r.authority ?? '–'},
];

async function rules(main, version) {
  fill(document.querySelector('h1'), `Version ${version}`);
  const list = paged({caption: 'Its rules', columns: RULES, key: (r) => `${r.match} ${r.label}`, none: () => empty('It has no rules.', 'Nothing was in force when it was compiled.')}, (cursor) => read(at('versions', version, 'rules'), {cursor}));
  fill(main, h('p', {}, link('← All networks', 'networks')), list.node);
  await list.refresh();
}

await start((main) => (params.get('version') ? rules(main, params.get('version')) : all(main)));

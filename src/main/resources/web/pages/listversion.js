/** One version: what it is made of, its entries, what lint says, an export. */
import {Problem, at, read} from './api.js';
import {badge, empty, facts, fill, h, link} from './dom.js';
import {number, plural, when} from './format.js';
import {problem} from './forms.js';
import {filter} from './livebar.js';
import {byCheck, findings, severities} from './listlint.js';
import {activate, delta, diffLink, kinds, standing} from './listparts.js';
import {guarded, notHere, params} from './shell.js';
import {paged} from './tables.js';

const ENTRIES = [
  {head: 'Entry', cell: (e) => h('code', {}, e.match)}, {head: 'Kind', cell: (e) => e.kind}, {head: 'Measure', cell: (e) => badge(e.measure)}, {head: 'From', cell: (e) => e.label},
];

function head(v, changed) {
  return h('section', {class: 'card', 'aria-label': `version ${v.number}`},
    facts(['State', standing(v)], ['Built', [when(v.at), ` by ${v.by}`]], ['Note', v.note], ['Entries', link(number(v.rules), 'lists', {version: v.number})], ['By kind', kinds(v.number, v.kinds)],
      ['Change', v.parent === undefined ? 'the first version' : [diffLink(v.parent, v.number, delta(v.changes)), ' against version ', link(v.parent, 'lists', {version: v.parent})]],
      ['From', v.sources.length === 0 ? undefined : h('ul', {class: 'plain'}, v.sources.map(({file, sha256}) => h('li', {}, file, ' ', h('code', {class: 'hash quiet small'}, sha256))))],
      ['Hash', h('code', {class: 'hash'}, v.hash)]),
    h('div', {class: 'actions'}, activate(v.number, changed)));
}

function entries(id) {
  const filters = [filter('q', 'Name, address or reason'), filter('kind', 'Kind', ['name', 'mask', 'address', 'url'].map((k) => [k, k])), filter('measure', 'Measure', ['block', 'throttle'].map((m) => [m, m]))];
  const query = Object.fromEntries(filters.map((f) => [f.name, f.value()]));
  const list = paged({caption: 'Entries', columns: ENTRIES, key: (e) => `${e.measure} ${e.match} ${e.label}`, none: () => empty('No entry here.', h('p', {}, link('All entries of this version', 'lists', {version: id})))},
    (cursor) => read(at('lists', 'versions', id, 'entries'), {...query, limit: 50, cursor}));
  const search = h('form', {class: 'row', role: 'search', 'aria-label': 'Search the entries', action: 'lists.html'}, h('input', {type: 'hidden', name: 'version', value: id}), filters.map((f) => f.node), h('button', {type: 'submit'}, 'Search'));
  return {node: h('section', {'aria-labelledby': 'entries-title'}, h('h2', {id: 'entries-title'}, 'Entries'), search, list.node), refresh: list.refresh};
}

function lint(id) {
  const out = h('div', {role: 'status'}, h('p', {class: 'quiet'}, 'Lint looks at every entry…'));
  const narrowed = {severity: params.get('severity') ?? undefined, check: params.get('check') ?? undefined};
  const show = async () => {
    try {
      const report = await read(at('lists', 'versions', id, 'lint'), {...narrowed, limit: 200});
      const some = Object.values(narrowed).filter(Boolean).join(', ');
      fill(out, severities(report.counts, id), byCheck(report.byCheck, id), some && h('p', {}, link('← All findings', 'lists', {version: id})), findings(some ? `Findings: ${some}` : 'The worst findings', report.findings));
    } catch (fault) {
      if (!(fault instanceof Problem)) throw fault;
      fill(out, problem(fault));
    }
  };
  return {node: h('section', {id: 'lint', 'aria-labelledby': 'lint-title'}, h('h2', {id: 'lint-title'}, 'What a person would regret'), out), show};
}

function exports(id, formats) {
  const choice = h('select', {id: 'export-format'}, formats.filter((f) => f.written).map(({format}) => h('option', {value: format, selected: format === 'rpz'}, format)));
  const said = h('div', {role: 'status'});
  const place = h('span', {});
  const show = async () => {
    const format = choice.value;
    const path = `${at('lists', 'versions', id, 'export')}?format=${encodeURIComponent(format)}`;
    fill(place, h('a', {href: path, download: `list-${id}.${format}.txt`, class: 'button-like'}, 'Download'));
    const {entries: all, written, remarks} = await read(at('lists', 'versions', id, 'losses'), {format});
    fill(said, h('p', {}, written === all && remarks.length === 0 ? `Nothing is lost: ${plural(all, 'entry', 'entries')}.` : `${number(written)} of ${plural(all, 'entry', 'entries')} can be written.`),
      remarks.length > 0 && h('ul', {}, remarks.map(({what, count}) => h('li', {}, `${number(count)} × ${what}`))));
  };
  choice.addEventListener('change', () => guarded(show));
  return {node: h('section', {class: 'card', 'aria-labelledby': 'export-title'}, h('h2', {id: 'export-title'}, 'Export'),
    h('div', {class: 'actions'}, h('label', {class: 'inline', for: 'export-format'}, 'Format ', choice), place), said), show};
}

/** The page. */
export async function versionPage(main, id) {
  let version;
  try {
    version = await read(at('lists', 'versions', id));
  } catch (fault) {
    if (!(fault instanceof Problem) || fault.status !== 404) throw fault;
    fill(main, notHere('version', id, 'lists'));
    return;
  }
  fill(document.querySelector('h1'), `Version ${version.number}`);
  document.title = `Version ${version.number} · nadzor`;
  const top = h('div', {});
  const again = async () => fill(top, head(await read(at('lists', 'versions', id)), again));
  fill(top, head(version, again));
  const {items: formats} = await read(at('lists', 'formats'));
  const parts = {entries: entries(id), lint: lint(id), exports: exports(id, formats)};
  fill(main, h('p', {}, link('← All versions', 'lists')), top, parts.entries.node, parts.lint.node, parts.exports.node);
  if (version.kinds) await Promise.all([parts.entries.refresh(), parts.lint.show(), parts.exports.show()]);
}

/** What lint finds in a list. */
import {badge, empty, h, link} from './dom.js';
import {number, plural} from './format.js';
import {SEVERITIES} from './listparts.js';
import {table} from './tables.js';

const tone = (severity, text) => h('span', {class: `badge ${SEVERITIES[severity]}`}, text);

/** How many there are of each severity; leading to them where the version is kept. */
export function severities(counts, version) {
  return h('ul', {class: 'picks'}, Object.keys(SEVERITIES).map((severity) => {
    const text = plural(counts[severity], severity);
    return h('li', {}, version === undefined ? tone(severity, text) : h('a', {href: `lists.html?version=${encodeURIComponent(version)}&severity=${severity}#lint`}, tone(severity, text)));
  }));
}

/** A table of findings. */
export function findings(caption, items) {
  const list = table({
    caption, key: (f) => `${f.check} ${f.measure} ${f.match} ${f.why}`, none: () => empty('Lint finds nothing here.', 'What it looks for: whole registries, masks that hit popular names, shared addresses, ranges too wide, entries covered twice, entries that no network here can carry out, look-alikes.'),
    columns: [
      {head: 'Entry', cell: (f) => h('code', {}, f.match)}, {head: 'Severity', cell: (f) => tone(f.severity, f.severity)}, {head: 'Check', cell: (f) => f.check}, {head: 'Measure', cell: (f) => badge(f.measure)},
      {head: 'Why', cell: (f) => [f.why, f.hits > 0 && ` (${plural(f.hits, 'name')} hit)`]}, {head: 'What to do', cell: (f) => f.fix}, {head: 'From', cell: (f) => f.label},
    ],
  });
  list.show(items);
  return list.node;
}

/** How many findings each check has, those that have some. */
export function byCheck(checks, version) {
  return h('ul', {class: 'picks'}, Object.entries(checks).filter(([, count]) => count > 0).map(([check, count]) =>
    h('li', {}, link(`${check} ${number(count)}`, 'lists', {version, check}, {'data-check': check}))));
}

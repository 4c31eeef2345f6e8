/** The answer to a write, in words: before (dry run) and after. */
import {caseLink, decisionLink, h, link, networkLink, platformLink, versionLink} from './dom.js';
import {plural, when} from './format.js';

const PAGES = {
  case: caseLink, closing: caseLink, platform: platformLink, decision: decisionLink, lifting: decisionLink,
  proposal: (id) => link(id, 'cases', {proposal: id}), dismissal: (id) => link(id, 'cases', {proposal: id}),
  violation: (id) => link(id, 'records', {kind: 'violations', q: id}), retraction: (id) => link(id, 'records', {kind: 'violations', q: id}),
  demand: (id) => link(id, 'records', {kind: 'demands', q: id}), answer: (id) => link(id, 'records', {kind: 'demands', q: id}),
  operator: (id) => link(id, 'records', {kind: 'operators', q: id}),
};

/** A link to what a record is about. */
export const about = (kind, id) => (PAGES[kind] ? PAGES[kind](id) : h('span', {}, id));

function line(entry, dryRun) {
  return h('li', {},
    h('span', {class: 'quiet'}, dryRun ? '' : `no. ${entry.number} `),
    h('strong', {}, entry.kind), ' ',
    dryRun ? entry.about : about(entry.kind, entry.about),
    entry.by === 'policy' && h('span', {class: 'tag'}, 'by policy'),
    h('span', {class: 'quiet'}, ' by ', entry.by, ', ', when(entry.happenedAt)));
}

function change(network, dryRun) {
  const parts = [network.added && `+${plural(network.added, 'rule')}`, network.removed && `−${plural(network.removed, 'rule')}`].filter(Boolean).join(', ');
  return h('li', {}, networkLink(network.network), `: ${parts || 'no rule changes'}, `, dryRun ? `${plural(network.rules, 'rule')} then` : versionLink(network.version));
}

/** What is recorded or would be, and what changes in the networks at once. */
export function written(answer) {
  const {dryRun, recorded, networks} = answer;
  const changed = networks.filter((n) => n.added || n.removed);
  return h('div', {class: dryRun ? 'preview' : 'preview is-done'},
    h('p', {}, h('strong', {}, dryRun ? 'Nothing is recorded yet. This would be:' : '✓ Recorded.')),
    h('ul', {}, recorded.map((entry) => line(entry, dryRun))),
    h('p', {}, changed.length === 0 ? 'No rule changes in any network at once.' : dryRun ? 'In the networks, at once:' : 'In force in the networks:'),
    changed.length > 0 && h('ul', {}, changed.map((network) => change(network, dryRun))));
}

/** Proposed decisions with their why; take and dismiss. */
import {at, tag} from './api.js';
import {badge, caseLink, commas, decisionLink, facts, h, link, platformLink} from './dom.js';
import {form, unfold} from './forms.js';
import {duration, plural, when} from './format.js';

const records = (kind, ids) => commas(ids.map((id) => link(id, 'records', {kind, q: id})));

/** What a rule went by: each record is a link. */
export function because({rule, violations, demands, decisions}) {
  return facts(
    ['Rule', h('code', {}, rule)],
    ['Violations', violations.length > 5 ? unfold(plural(violations.length, 'violation'), h('p', {}, records('violations', violations))) : records('violations', violations)],
    ['Demands', records('demands', demands)],
    ['Decisions', commas(decisions.map(decisionLink))],
  );
}

function terms(p) {
  return facts(
    ['Measure', [badge(p.measure), ` of ${p.scope.join(', ')}`]],
    ['On', commas(p.on.map((id) => platformLink(id)))],
    ['Case', caseLink(p.case)],
    ['Authority', [p.authority, p.agreedWith && ` in agreement with ${p.agreedWith}`]],
    ['Legal basis', p.law.announced === p.law.register ? p.law.announced : `${p.law.announced}; in the register: ${p.law.register}`],
    ['Announced', duration(p.announcedAfter) === 'at once' ? 'at once' : `${duration(p.announcedAfter)} after it is taken`],
    ['In force', duration(p.grace) === 'at once' ? 'with the announcement' : `${duration(p.grace)} after the announcement`],
    ['Supersedes', p.supersedes && decisionLink(p.supersedes)],
  );
}

const sent = (p, word) => (attempt, body, dryRun) => attempt.send('POST', at('proposals', p.id, word), body, {dryRun, etag: tag(p)});

function take(p, done) {
  const made = form({
    label: `Take ${p.id}`, submit: 'Take it', send: sent(p, 'take'), done, again: done,
    fields: [{name: 'inForceFrom', label: 'In force from (Moscow time)', kind: 'moment', hint: 'As proposed where it is left empty.'}],
  });
  return unfold('Take…', made.node, {className: 'button primary', opened: made.preview});
}

function dismiss(p, done) {
  const made = form({
    label: `Dismiss ${p.id}`, submit: 'Dismiss it', send: sent(p, 'dismiss'), done, again: done, check: false,
    fields: [{name: 'why', label: 'Why', required: true}, {name: 'by', label: 'Who dismisses it', hint: 'The authority where it is left empty.'}],
  });
  return unfold('Dismiss…', made.node, {className: 'button'});
}

/** One proposal: its why first, then its terms, then what can be done. */
export function proposal(p, done) {
  const id = `proposal-${p.id}`;
  return h('article', {class: 'card edge unsure', 'aria-labelledby': id},
    h('h3', {id}, badge(p.state === 'open' ? 'proposed' : p.state === 'taken' ? 'taken' : 'dismissed'), ' ', link(p.id, 'cases', {proposal: p.id})),
    h('p', {class: 'quiet'}, 'Proposed by ', p.recordedBy, ', ', when(p.proposedAt)),
    h('p', {class: 'why'}, h('strong', {}, 'Why: '), p.why),
    because(p.because), terms(p),
    p.dismissal && h('p', {}, `Dismissed by ${p.dismissal.by}, `, when(p.dismissal.at), `: ${p.dismissal.why}`),
    p.state === 'open' && h('div', {class: 'choices'}, take(p, done), dismiss(p, done)));
}

/** One case: what it holds, proposals, decisions, the record form, the time line. */
import {Problem, at, read} from './api.js';
import {badge, commas, empty, facts, fill, h, keyed, link, platformLink} from './dom.js';
import {number, plural, when} from './format.js';
import {decisionTable} from './decision.js';
import {proposal} from './proposals.js';
import {recordPanel} from './record.js';
import {guarded, notHere, onChange} from './shell.js';
import {instants, timeTravel} from './timetravel.js';
import {about} from './written.js';

const records = (kind, query, count, one, many) => link(plural(count, one, many), 'records', {kind, ...query});

function head(file) {
  const {id, subject} = file;
  return facts(
    ['On', [`${subject.kind} `, subject.kind === 'platform' ? platformLink(subject.id, subject.name ?? subject.id) : link(subject.name ?? subject.id, 'records', {kind: 'platforms', operator: subject.id})]],
    ['State', [badge(file.state), file.closed && [' ', when(file.closed), `: ${file.closedWhy ?? ''}`]]],
    ['Authority', file.authority],
    ['Opened', when(file.opened)],
    ['Reaches', commas(file.platforms.map((p) => platformLink(p)))],
    ['Holds', commas([
      records('violations', {case: id}, file.violations, 'violation'), records('demands', {case: id}, file.demands, 'demand'),
      records('proposals', {case: id, state: 'open'}, file.proposals, 'open proposal'), records('decisions', {case: id}, file.decisions, 'decision'),
      link(`${number(file.inForce)} in force`, 'records', {kind: 'decisions', case: id, state: 'in force'}),
    ])],
    ['Restrictions', link('those that happened for this case', 'flows', {view: 'restrictions', case: id})],
  );
}

function happening(e) {
  return h('li', {class: e.planned ? 'planned' : undefined, 'data-kind': e.kind},
    h('span', {class: 'date'}, when(e.at)), ' ',
    h('div', {}, h('p', {class: 'what'}, e.state && [badge(e.state), ' '], e.planned && !e.state && [badge('planned'), ' '], e.title),
      e.text && h('p', {}, e.text),
      h('p', {class: 'quiet small'}, happeningKind(e), e.number && [', ', link(`no. ${e.number}`, 'journal', {about: e.about}), ' by ', e.recordedBy])));
}

const happeningKind = (e) => (e.kind === 'term' || e.kind === 'move' ? [e.kind, ' of ', about(e.kind === 'move' ? 'decision' : 'demand', e.about)] : [`${e.kind} `, about(e.kind, e.about)]);

function timeline() {
  const list = h('ol', {class: 'timeline'});
  const rest = h('div', {});
  const show = (items) => {
    keyed(list, [...items].reverse(), (e) => `${e.kind} ${e.about} ${e.state ?? ''} ${e.at}`, happening);
    fill(rest, items.length === 0 && empty('Nothing has happened in this case yet.', 'Record a violation above; it stands here with the instant at which it happened.'));
  };
  return {node: h('section', {'aria-labelledby': 'timeline-title'}, h('h2', {id: 'timeline-title'}, 'Time line'), h('p', {class: 'quiet'}, 'The latest first; what is planned stands above it.'), list, rest), show};
}

async function all(path, query) {
  let page = await read(path, {...query, limit: 1000});
  const items = [...page.items];
  while (page.next) {
    page = await read(path, {...query, limit: 1000, cursor: page.next});
    items.push(...page.items);
  }
  return items;
}

async function found(main, id) {
  try {
    return await read(at('cases', id), instants());
  } catch (fault) {
    if (!(fault instanceof Problem) || fault.status !== 404) throw fault;
    fill(main, notHere('case', id, 'cases'));
    return undefined;
  }
}

/** The page of one case. */
export async function casefile(main, id) {
  const file = await found(main, id);
  if (!file) return;
  const title = document.querySelector('h1');
  fill(title, id);
  document.title = `${id} · nadzor`;
  const parts = {
    head: h('div', {}), proposals: h('div', {class: 'proposals'}), decisions: decisionTable('Decisions in this case', () => guarded(show)),
    record: recordPanel(file, () => {}), time: timeline(),
  };
  const proposed = h('section', {'aria-labelledby': 'proposed-title', hidden: true}, h('h2', {id: 'proposed-title'}, 'Proposed decisions'), parts.proposals);
  const past = Object.values(instants()).some(Boolean);
  fill(main, h('p', {}, link('← All cases', 'cases')), parts.head, proposed, parts.decisions.node, !past && parts.record.node, parts.time.node, timeTravel('cases'));

  async function show() {
    const query = {case: id, ...instants()};
    const [now, proposals, decisions, demands, events] = await Promise.all([
      read(at('cases', id), instants()), read(at('proposals'), {...query, state: 'open'}), all(at('decisions'), query),
      read(at('demands'), {...query, state: 'open'}), all(at('cases', id, 'timeline'), instants()),
    ]);
    fill(parts.head, head(now));
    proposed.hidden = proposals.items.length === 0;
    keyed(parts.proposals, proposals.items, (p) => p.id, (p) => proposal(p, () => guarded(show)));
    parts.decisions.show(decisions);
    parts.record.demands(demands.items);
    parts.time.show(events);
  }

  await show();
  onChange(['journal', 'clock', 'version'], show);
}

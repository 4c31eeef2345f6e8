/** Measurements: start a survey, its matrix; a cell opens what was seen and what the censor tells. */
import {Problem, at, read, write} from './api.js';
import {badge, empty, fill, h, link, to} from './dom.js';
import {action, form} from './forms.js';
import {number, plural, when} from './format.js';
import {matrix} from './matrix.js';
import {guarded, notHere, params, start} from './shell.js';
import {Stream} from './sse.js';
import {paged} from './tables.js';

const outcomes = (m) => Object.entries(m.outcomes ?? {}).map(([outcome, count]) => [h('a', {href: to('measurements', {m: m.id, outcome})}, badge(outcome, `${number(count)} ${outcome}`)), ' ']);
const page = (m) => link(m.id, 'measurements', {m: m.id});

const COLUMNS = [
  {head: 'Survey', cell: page}, {head: 'State', cell: (m) => badge(m.state)}, {head: 'Calendar', cell: (m) => when(m.at)},
  {head: 'What', cell: (m) => `${plural(m.sites.length, 'site')}, ${plural(m.techniques.length, 'technique')}, ${plural(m.networks.length, 'network')}`},
  {head: 'Visits', num: true, cell: (m) => link(`${number(m.done)} of ${number(m.total)}`, 'measurements', {m: m.id})}, {head: 'Outcomes', cell: (m) => (m.outcomes ? outcomes(m) : '–')},
];

function starting(lab, techniques, networks) {
  const everyday = techniques.filter((t) => t.everyday).map((t) => t.name);
  return form({
    label: 'Start a survey', submit: 'Start the survey', check: false,
    fields: [
      {name: 'sites', label: 'Sites', kind: 'checks', options: lab.sites.map((s) => [s.host, s.host]), value: lab.sites.slice(0, 2).map((s) => s.host)},
      {name: 'techniques', label: 'Techniques', kind: 'checks', options: techniques.map((t) => [t.name, `${t.name}: ${t.about}`]), value: everyday.slice(0, 1)},
      {name: 'networks', label: 'Networks', kind: 'checks', options: networks.map((n) => [n, n]), value: networks,
        hint: 'Each visit is made under the control too.'},
      {name: 'repeats', label: 'Repeats of each visit', kind: 'number', value: '1', required: true, attributes: {min: '1', max: '10'}},
    ],
    send: (attempt, body) => attempt.send('POST', at('measurements'), body),
    show: (m) => h('p', {}, 'Started: ', page(m)),
    done: (m) => { location.href = to('measurements', {m: m.id}); },
  });
}

async function all(main) {
  const [lab, techniques, networks] = await Promise.all([read(at('lab')), read(at('techniques'), {limit: 1000}), read(at('networks'))]);
  const restricting = networks.items.filter((n) => !n.control).map((n) => n.name);
  const list = paged({caption: 'Surveys, the latest first', columns: COLUMNS, key: (m) => m.id,
    none: () => empty('Nothing has been measured yet.', 'Choose sites, techniques and networks above and start a survey: the probe visits each as a client would and says what it saw.')}, (cursor) => read(at('measurements'), {cursor}));
  fill(main, h('p', {class: 'lead'}, 'The probe is a client that knows nothing of the register: what it sees is evidence.'),
    h('section', {class: 'card', 'aria-labelledby': 'start-title'}, h('h2', {id: 'start-title'}, 'Start a survey'), starting(lab, techniques.items, restricting).node), list.node);
  await list.refresh();
  setInterval(() => document.visibilityState === 'visible' && guarded(list.refresh), 3000);
}

function progress(id) {
  const bar = h('progress', {max: '1', value: '0', 'aria-label': 'Visits done'});
  const text = h('p', {});
  const node = h('div', {class: 'progress'}, bar, text);
  const show = (m) => {
    bar.max = Math.max(1, m.total);
    bar.value = m.done;
    bar.hidden = m.state !== 'running';
    node.dataset.state = m.state;
    fill(text, badge(m.state), ` ${number(m.done)} of ${plural(m.total, 'visit')}, calendar at `, when(m.at), '. ', m.outcomes && outcomes(m), m.failure && h('strong', {}, m.failure), ' ',
      m.state === 'running' && action('End it', () => write('DELETE', at('measurements', id))));
  };
  return {node, show};
}

async function one(main, id) {
  let first;
  try {
    first = await read(at('measurements', id, 'matrix'));
  } catch (fault) {
    if (!(fault instanceof Problem) || fault.status !== 404) throw fault;
    fill(main, notHere('survey', id, 'measurements'));
    return;
  }
  fill(document.querySelector('h1'), `Survey ${id}`);
  document.title = `${id} · nadzor`;
  const state = progress(id);
  const only = params.get('outcome');
  const cells = matrix(id, only);
  fill(main, h('p', {}, link('← All surveys', 'measurements')), state.node,
    only && h('p', {}, 'What came out as ', badge(only), ', and what stands beside it. ', link('All cells', 'measurements', {m: id})), cells.node);
  let stream;
  const show = (m) => {
    state.show(m.measurement);
    cells.show(m);
    if (m.measurement.state !== 'running') stream?.end();
  };
  show(first);
  if (first.measurement.state !== 'running') return;
  const refresh = () => guarded(async () => show(await read(at('measurements', id, 'matrix'))));
  stream = new Stream(at('measurements', id, 'stream'), {
    progress: refresh,
  }, (now) => {
    if (now !== 'live') refresh();
  });
}

await start((main) => (params.get('m') ? one(main, params.get('m')) : all(main)));

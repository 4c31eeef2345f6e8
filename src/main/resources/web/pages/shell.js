/** What every page has: the calendar's strip, who writes, problems, and the stream of changes. */
import {Problem, at, read, session} from './api.js';
import {announce, empty, fill, h, link} from './dom.js';
import {moment, second, span} from './format.js';
import {Stream} from './sse.js';

const SETTLE = 150;
const listeners = {journal: [], version: [], clock: [], gap: []};

/** The page's query. */
export const params = new URLSearchParams(location.search);

/** The calendar as last read, and what it shows now. */
export const calendar = {
  clock: undefined,
  readAt: 0,

  take(clock) {
    const changed = this.clock !== undefined && (clock.revision !== this.clock.revision || clock.next?.at !== this.clock.next?.at);
    this.clock = clock;
    this.readAt = performance.now();
    showStrip();
    if (changed) tell('clock', clock);
  },

  now() {
    const {at: read, running, speed} = this.clock;
    const passed = running ? (performance.now() - this.readAt) * speed : 0;
    return new Date(new Date(read).getTime() + passed).toISOString();
  },
};

/** Calls `act` after something of this kind has changed: 'journal', 'version', 'clock'. A gap counts as a change. */
export function onChange(kinds, act) {
  let timer;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => guarded(act), SETTLE);
  };
  for (const kind of [...kinds, 'gap']) listeners[kind].push(soon);
}

/** Runs `act`; a problem is shown on top of the page. */
export async function guarded(act) {
  try {
    await act();
    fill(document.getElementById('trouble'));
  } catch (fault) {
    trouble(fault, () => guarded(act));
  }
}

function trouble(fault, again) {
  const known = fault instanceof Problem;
  if (!known) console.error(fault);
  fill(
    document.getElementById('trouble'),
    h('div', {class: 'problem', role: 'alert'},
      h('p', {}, h('strong', {}, known ? fault.title : 'This page failed')),
      h('p', {}, fault.message),
      h('button', {type: 'button', onclick: again}, 'Try again')),
  );
}

function showStrip() {
  const {clock} = calendar;
  if (!clock) return;
  const now = calendar.now();
  const speed = clock.speed === 1 ? '' : ` ×${clock.speed}`;
  fill(
    document.getElementById('calendar'),
    h('a', {href: 'index.html#clock'}, h('time', {datetime: now}, `${moment(now)}`)), ' Moscow time ',
    h('span', {class: `badge ${clock.running ? 'note' : 'quiet'}`}, clock.running ? `▶ runs${speed}` : '❚❚ stands still'),
  );
}

const STREAM_WORDS = {
  live: ['ok', '● live', ''],
  resumed: ['ok', '● live again', 'Live again. What came in between is shown as far as it is held.'],
  lost: ['slow', '○ no connection, trying again', 'The connection to the laboratory is lost. Trying again.'],
  paused: ['quiet', '❚❚ paused', ''],
};

/** Shows a stream's state in a node, and says what matters aloud. */
export function streamState(node) {
  return (state) => {
    const [tone, text, aloud] = STREAM_WORDS[state];
    node.dataset.state = state;
    fill(node, h('span', {class: `badge ${tone}`}, text));
    if (aloud) announce(aloud);
  };
}

let told = 0;

function tell(kind, data) {
  told++;
  for (const listener of listeners[kind]) listener(data);
}

/** Follows the changes; resolves as soon as none is missed any more (or none can be had). */
function follow() {
  const show = streamState(document.getElementById('live'));
  let lost = false;
  let settled;
  const ready = new Promise((resolve) => {
    settled = resolve;
  });
  const stream = new Stream(at('changes', 'stream'), {
    journal: (entry) => tell('journal', entry),
    version: (change) => tell('version', change),
    clock: (clock) => calendar.take(clock),
    replaced: () => tell('gap', {}),
    gap: (gap) => tell('gap', gap),
  }, (state) => {
    show(state);
    settled();
    if (state === 'resumed' && lost) guarded(async () => calendar.take(await read(at('clock'))));
    lost = state === 'lost';
  });
  if (document.visibilityState !== 'visible') settled();
  return ready.then(() => stream);
}

async function whoWrites() {
  const who = await session();
  document.body.dataset.writes = who.writes;
  if (who.writes) return;
  fill(
    document.getElementById('reading'),
    h('p', {}, h('strong', {}, 'You are reading only. '),
      'To record and decide, open the one-time link that the laboratory printed when it started (it ends in ',
      h('code', {}, '/login?key=…'), ').'),
  );
}

/** Starts a page: `build(main)` makes it once. */
export async function start(build) {
  await guarded(async () => {
    const [clock] = await Promise.all([read(at('clock')), whoWrites()]);
    calendar.take(clock);
    await follow();
    const before = told;
    await build(document.getElementById('page'));
    if (told !== before) tell('gap', {});
    document.getElementById('page').dataset.ready = 'true';
    setInterval(showStrip, 1000);
  });
}

/** What a page says of an id that it does not find. */
export function notHere(what, id, page) {
  return empty(`There is no ${what} “${id}”.`, h('p', {}, 'It may have gone with a reset. ', link(`All of them`, page), '.'));
}

export const sinceNow = (instant) => (instant > calendar.now() ? `in ${span(calendar.now(), instant)}` : `${span(instant, calendar.now())} ago`);
export const clockSecond = () => second(calendar.now());

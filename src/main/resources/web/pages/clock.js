/** The calendar's controls. */
import {Attempt, at, read, tag} from './api.js';
import {announce, badge, empty, fill, h, keyed} from './dom.js';
import {form, action, unfold} from './forms.js';
import {localField, moment, number, plural, second, when} from './format.js';
import {calendar, sinceNow} from './shell.js';

const SPEEDS = [['1', 'as in life'], ['60', 'a minute each second'], ['3600', 'an hour each second'], ['86400', 'a day each second']];
const STEPS = [['PT1H', '+ 1 hour'], ['P1D', '+ 1 day']];

/** Runs one setting of the clock; somebody else's setting in between is met with a fresh read. */
async function set(word, body) {
  const attempt = new Attempt();
  const now = await read(at('clock'));
  const clock = await attempt.send('POST', at('clock', word), body, {etag: tag(now)});
  calendar.take(clock);
  announce(`The calendar shows ${moment(clock.at)}.`);
}

function face() {
  const day = h('p', {class: 'clock-day'});
  const time = h('p', {class: 'clock-time'});
  const state = h('p', {class: 'clock-state'});
  const show = () => {
    const now = calendar.now();
    const [date, hours] = moment(now).split(', ');
    fill(day, date);
    fill(time, calendar.clock.running ? second(now) : hours);
    fill(state, badge(calendar.clock.running ? 'running' : 'still', calendar.clock.running ? `runs at ${number(calendar.clock.speed)}×` : 'stands still'), ' Moscow time');
  };
  setInterval(show, 1000);
  return {node: h('div', {class: 'face'}, day, time, state), show};
}

function controls() {
  const run = h('span', {});
  const due = h('span', {});
  const speed = h('select', {id: 'speed', 'data-write': true, onchange: () => set('speed', {speed: Number(speed.value)})},
    SPEEDS.map(([value, text]) => h('option', {value}, `${number(Number(value))}× ${text}`)));
  const node = h('div', {class: 'actions'}, run, STEPS.map(([by, text]) => action(text, () => set('step', {by}))), due,
    h('label', {class: 'inline', for: 'speed'}, 'Speed ', speed));
  let was;
  const show = ({running, next, speed: now}) => {
    if (was !== running) fill(run, running ? action('❚❚ Pause', () => set('pause')) : action('▶ Let it run', () => set('resume'), {class: 'primary'}));
    was = running;
    fill(due, action('To the next event', () => set('step', {toNext: true}), {disabled: next === undefined}));
    if (document.activeElement !== speed) choose(speed, String(now));
  };
  return {node, show};
}

function choose(speed, value) {
  if (![...speed.options].some((o) => o.value === value)) speed.append(h('option', {value}, `${number(Number(value))}×`));
  speed.value = value;
}

function jump(lab) {
  const instants = lab.steps.map(({name, at: instant}) => [name, `${name}, ${moment(instant)}`]);
  return form({
    label: 'Jump',
    fields: [
      {name: 'step', label: 'To a step of the story', kind: 'select', pointer: '/to', options: [['', 'an instant of my own'], ...instants]},
      {name: 'instant', label: 'or to an instant (Moscow time)', kind: 'moment', value: localField(calendar.now())},
    ],
    submit: 'Jump there',
    check: false,
    compose: ({step, instant}) => ({to: step ?? instant}),
    send: (attempt, body) => attempt.send('POST', at('clock', 'jump'), body),
    show: (clock) => h('p', {}, 'The calendar shows ', when(clock.at), '.'),
    done: (clock) => calendar.take(clock),
  });
}

function state(answer) {
  return h('div', {class: answer.dryRun ? 'preview' : 'preview is-done'},
    h('p', {}, h('strong', {}, answer.dryRun ? 'Nothing is done yet. Then: ' : '✓ Done. '), plural(answer.entries, 'record'), ', ', when(answer.at), ', ',
      answer.inForce.length === 0 ? 'nothing in force.' : `in force: ${answer.inForce.join(', ')}.`));
}

function populate(lab) {
  return form({
    label: 'Fill the journal from the story',
    fields: [
      {name: 'at', label: 'As the story has it at', kind: 'select', options: lab.steps.map(({name, at: instant}) => [name, `${name}, ${moment(instant)}`])},
      {name: 'policy', label: 'Policy from then on', kind: 'select', options: [['', 'as it is now'], ['propose', 'proposes, a person decides'], ['decide', 'decides by itself']]},
    ],
    submit: 'Replace the journal', danger: true,
    send: (attempt, body, dryRun) => attempt.send('POST', at('lab', 'populate'), body, {dryRun}),
    show: state,
  });
}

function reset() {
  return form({
    label: 'Start with an empty journal', submit: 'Empty the journal', danger: true, show: state,
    fields: [{name: 'cards', label: 'Keep the story’s platforms and operators', kind: 'switch', value: true}],
    send: (attempt, body, dryRun) => attempt.send('POST', at('lab', 'reset'), body, {dryRun}),
  });
}

/** The clock with its controls, and what sets the whole laboratory. */
export function clockPanel(lab) {
  const dial = face();
  const levers = controls();
  const next = h('p', {class: 'quiet'});
  const show = () => {
    const {clock} = calendar;
    dial.show();
    levers.show(clock);
    fill(next, clock.next ? ['Next: ', h('strong', {}, clock.next.what), ', ', when(clock.next.at), ` (${sinceNow(clock.next.at)})`] : 'Nothing is due by itself.');
  };
  show();
  const node = h('section', {class: 'card clock', id: 'clock', 'aria-labelledby': 'clock-title'},
    h('h2', {id: 'clock-title'}, 'Calendar'), h('div', {class: 'clock-row'}, dial.node, h('div', {}, levers.node, next)),
    unfold('Jump to an instant', jump(lab).node),
    unfold('Set the whole laboratory', h('div', {class: 'columns'},
      h('div', {}, h('h3', {}, 'Fill from the story'), h('p', {class: 'quiet'}, 'All that was recorded here is replaced by the story’s own journal up to that step.'), populate(lab).node),
      h('div', {}, h('h3', {}, 'Start empty'), h('p', {class: 'quiet'}, 'All that was recorded here is gone; record a story of your own.'), reset().node))));
  return {node, show};
}

/** What will happen by itself. */
export function upcoming() {
  const list = h('ol', {class: 'upcoming'});
  const rest = h('div', {});
  const node = h('section', {'aria-labelledby': 'upcoming-title'}, h('h2', {id: 'upcoming-title'}, 'Upcoming'), list, rest);
  const show = (items, link) => {
    keyed(list, items, (i) => `${i.at} ${i.what} ${i.network ?? ''}`, (i) => h('li', {},
      h('span', {class: 'date'}, when(i.at)), ' ', link(i), i.network && !i.what.includes(i.network) && h('span', {class: 'tag'}, i.network)));
    fill(rest, items.length === 0 && empty('Nothing is due.', 'Announced decisions, terms of demands and late networks stand here with the instant at which they come.'));
  };
  return {node, show};
}

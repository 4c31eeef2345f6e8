/** What the pages of lists share: links, counts, the state in words, the forms that put a version in force. */
import {at} from './api.js';
import {badge, commas, h, link} from './dom.js';
import {opens} from './dialogs.js';
import {form} from './forms.js';
import {number, plural, wallSecond} from './format.js';

export const KINDS = [['names', 'name', 'name', 'names'], ['masks', 'mask', 'mask', 'masks'], ['addresses', 'address', 'address', 'addresses'], ['urls', 'url', 'URL', 'URLs']];
export const SEVERITIES = {error: 'blocked', warning: 'slow', note: 'note'};
const MODES = {full: 'guarded', canary: 'canary', shadow: 'shadow'};

export const listLink = (id, text = `version ${id}`) => link(text, 'lists', {version: id});
export const diffLink = (from, to, text) => link(text, 'lists', {from, to});
export const eventsLink = (count) => link(plural(count, 'newly restricted request'), 'lists', {view: 'events'});

/** How many there are of each kind, each leading to them. */
export function kinds(version, counts) {
  if (!counts) return badge('failed', 'its file is damaged');
  const some = KINDS.filter(([key]) => counts[key] > 0);
  return some.length === 0 ? '–' : commas(some.map(([key, kind, one, many]) => {
    const text = plural(counts[key], one, many);
    return version === undefined ? text : link(text, 'lists', {version, kind});
  }));
}

/** + 3 − 1: the counts of a difference. */
export const delta = ({added, removed, reasons}) => [added && `+${number(added)}`, removed && `−${number(removed)}`, reasons && `~${number(reasons)}`].filter(Boolean).join(' ') || 'nothing';

/** What a version is in the networks now. */
export function standing(version) {
  const words = [];
  if (version.inForce) words.push(badge('in force'), ' ');
  if (version.trial) words.push(badge('unsure', MODES[version.trial] === 'guarded' ? 'on trial, guarded' : MODES[version.trial]));
  return words.length === 0 ? '–' : words;
}

const share = (part) => `${number(Math.round(part * 1000) / 10)} %`;

function guardWords({mostNew, windowSeconds, control}) {
  const parts = [];
  if (mostNew !== undefined) parts.push(`more than ${plural(mostNew, 'newly restricted request')} within ${number(windowSeconds)} s`);
  if (control.length > 0) parts.push(`a hit on ${control.join(', ')}`);
  return parts.length === 0 ? 'no guard' : `taken back by itself after ${parts.join(', or after ')}`;
}

const reach = ({mode, share: part}) => ({full: 'for everybody', canary: `for ${share(part)} of the clients`, shadow: 'judged and told, acting on nobody'}[mode]);

/** What the networks apply, in words. */
export function stateWords(state) {
  return [
    h('p', {}, state.inForce === undefined ? 'No version is in force: the networks apply the register alone.' : ['In force beside the register: ', listLink(state.inForce), '.']),
    state.trial && h('p', {}, badge('unsure', 'on trial'), ' ', listLink(state.trial.number), ` ${reach(state.trial)}; ${guardWords(state.trial.guard)}. `, eventsLink(state.newlyRestricted), ' so far.'),
    state.ended && h('p', {class: state.ended.byGuard ? 'notice slow' : 'quiet'}, state.ended.byGuard && badge('failed', 'taken back by its guard'), ' The last trial ended at ', wallSecond(state.ended.wall), `: ${state.ended.why}.`),
  ];
}

function body(id, {mode, percent, mostNew, windowSeconds, control, yesReally}) {
  const guard = {};
  if (mostNew !== undefined) guard.mostNew = mostNew;
  if (control !== undefined) guard.control = control.split('\n').map((line) => line.trim()).filter(Boolean);
  if (Object.keys(guard).length > 0 && windowSeconds !== undefined) guard.windowSeconds = windowSeconds;
  const whole = {number: id, mode, yesReally};
  if (mode === 'canary') whole.share = (percent ?? 10) / 100;
  if (Object.keys(guard).length > 0) whole.guard = guard;
  return whole;
}

/** The form that puts a version in force, or on trial. */
export function activation(id, done) {
  const label = `Activate version ${id}`;
  return form({
    label, submit: 'Put it in force', check: false,
    fields: [
      {name: 'mode', label: 'How far', kind: 'select', value: 'full', options: [['full', 'for everybody'], ['canary', 'canary: for a share of the clients'], ['shadow', 'shadow: judge and tell, act on nobody']]},
      {name: 'percent', label: 'Share of a canary, per cent', kind: 'number', pointer: '/share', value: '10', attributes: {min: '0.1', max: '100', step: '0.1'}},
      {name: 'mostNew', label: 'Take it back after more newly restricted requests than', kind: 'number', pointer: '/guard/mostNew', attributes: {min: '0'}, hint: 'With a guard it stays a trial until it is promoted.'},
      {name: 'windowSeconds', label: 'within so many seconds', kind: 'number', pointer: '/guard/windowSeconds', value: '60', attributes: {min: '1'}},
      {name: 'control', label: 'Take it back when one of these is hit', kind: 'area', pointer: '/guard/control', hint: 'Host names, one a line; what is below them counts.'},
      {name: 'yesReally', label: 'Even where it looks like an accident', kind: 'switch'},
    ],
    compose: (values) => body(id, values),
    send: (attempt, sent) => attempt.send('POST', at('lists', 'activate'), sent),
    show: (state) => h('div', {class: 'preview is-done'}, h('p', {}, h('strong', {}, '✓ Done.')), stateWords(state)),
    done,
  });
}

export const activate = (id, done) => opens('Activate…', `Activate version ${id}`, () => activation(id, done));

/** Instants, durations, sizes and rates in words. The calendar is told in Moscow time. */
import {h} from './dom.js';

const ZONE = 'Europe/Moscow';
const DAY = new Intl.DateTimeFormat('en-GB', {timeZone: ZONE, day: 'numeric', month: 'short', year: 'numeric'});
const CLOCK = new Intl.DateTimeFormat('en-GB', {timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23'});
const CLOCK_SECONDS = new Intl.DateTimeFormat('en-GB', {timeZone: ZONE, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23'});
const SORTABLE = new Intl.DateTimeFormat('sv-SE', {timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23'});
const WHOLE = new Intl.NumberFormat('en-GB');

export const day = (instant) => DAY.format(new Date(instant));
export const moment = (instant) => `${day(instant)}, ${CLOCK.format(new Date(instant))}`;
export const second = (instant) => CLOCK_SECONDS.format(new Date(instant));
export const number = (value) => WHOLE.format(value);

/** An instant with its UTC form behind it. */
export const when = (instant) => h('time', {datetime: instant, title: `${instant} (UTC)`}, moment(instant));
export const whenSecond = (instant) => h('time', {datetime: instant, title: `${moment(instant)} Moscow time; ${instant} (UTC)`}, second(instant));

/** The real time of something, as this machine's clock tells it. */
export const wallSecond = (instant) => h('time', {datetime: instant, title: `real time: ${instant} (UTC)`}, new Date(instant).toLocaleTimeString('en-GB'));

/** The value of a datetime-local field for an instant, and back (Moscow time, UTC+3 since 2014). */
export const localField = (instant) => SORTABLE.format(new Date(instant)).replace(' ', 'T');
export const fromField = (value) => (value === '' ? undefined : `${value}${value.length === 16 ? ':00' : ''}+03:00`);

/** 48 hours from PT48H; 'at once' from nothing. */
export function duration(iso) {
  const found = /^(-?)P(?:(\d+)D)?(?:T(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?[\d.]+)S)?)?$/.exec(iso ?? '');
  if (!found) return iso ?? '';
  const parts = [[found[2], 'd'], [found[3], 'h'], [found[4], 'min'], [found[5], 's']];
  const said = parts.filter(([n]) => n !== undefined && Number(n) !== 0).map(([n, unit]) => `${Math.abs(Number(n))} ${unit}`).join(' ');
  if (said === '') return 'at once';
  return found[1] === '-' || /-\d/.test(iso) ? `${said} early` : said;
}

/** From here to there, roughly. */
export function span(from, until) {
  const seconds = Math.round((new Date(until) - new Date(from)) / 1000);
  if (seconds < 60) return `${Math.max(0, seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172800) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86400)} days`;
}

export function octets(count) {
  if (count < 10000) return `${number(Math.round(count))} B`;
  if (count < 10000000) return `${number(Math.round(count / 1000))} kB`;
  return `${number(Math.round(count / 1000000))} MB`;
}

export const rate = (perSecond) => `${octets(perSecond)}/s`;
export const plural = (count, one, many = `${one}s`) => `${number(count)} ${count === 1 ? one : many}`;

/** Plots with uPlot: colours from the style sheet, size from the place, a dash for each line so that colour is not alone. */
import uPlot from './vendor/uplot/uPlot.esm.js';

const DASHES = [[], [6, 4], [2, 3], [10, 4, 2, 4], [4, 2], [12, 6]];
const HEIGHT = 220;

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** The custom property that colours a series. */
export const tone = (index) => `--s${index % 6}`;

function axis(more) {
  return {stroke: () => colour('--quiet'), grid: {stroke: () => colour('--line'), width: 1}, ticks: {show: false}, font: '12px system-ui, sans-serif', ...more};
}

function clock(seconds) {
  return new Date(seconds * 1000).toLocaleTimeString('en-GB');
}

/**
 * A plot of lines over real seconds. `show(times, series)` with series: [{label, values}]; lines may come and go.
 * `unit(value)` writes the numbers at the axis; `seconds` is how much of the past it always shows.
 */
export function plot(place, {unit = String, area = false, seconds} = {}) {
  let made;
  let labels;
  let data;

  function make(series) {
    made?.destroy();
    made = new uPlot({
      width: place.clientWidth || 300,
      height: HEIGHT,
      cursor: {show: false},
      legend: {show: false},
      scales: {x: {time: true, range: (_, min, max) => (seconds ? [max - seconds, max] : [min, max])}, y: {range: (_, __, max) => [0, Math.max(1, max * 1.1)]}},
      axes: [
        axis({values: (_, splits) => splits.map(clock), space: 90}),
        axis({size: 64, values: (_, splits) => splits.map((v) => (unit === String && !Number.isInteger(v) ? '' : unit(v)))}),
      ],
      series: [{}, ...series.map(({label}, i) => ({
        label, width: 2, dash: DASHES[i % DASHES.length], stroke: () => colour(tone(i)), points: {show: false},
        fill: area && i === 0 ? () => `${colour(tone(i))}22` : undefined, paths: uPlot.paths.stepped({align: 1}),
      }))],
    }, data, place);
  }

  function show(times, series) {
    data = [times, ...series.map(({values}) => values)];
    const now = series.map(({label}) => label).join('\n');
    if (now !== labels) make(series);
    else made.setData(data);
    labels = now;
  }

  new ResizeObserver(() => made?.setSize({width: place.clientWidth, height: HEIGHT})).observe(place);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => made?.redraw());
  return {show};
}

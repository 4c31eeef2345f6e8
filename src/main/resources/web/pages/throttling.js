/** Throttling: the rate of a download as it runs, beside the bucket that slows it. */
import {at, read} from './api.js';
import {badge, caseLink, decisionLink, empty, facts, fill, h, keyed, link, networkLink} from './dom.js';
import {number, octets, rate} from './format.js';
import {liveBar} from './livebar.js';
import {plot} from './plot.js';
import {params, start} from './shell.js';
import {Stream} from './sse.js';

const SECONDS = 60;

const rateOf = (flow) => (flow.state === 'open' ? flow.downRate ?? 0 : 0);

/** Rates of one flow by the second; the last value stands until a newer one comes. */
class Trace {
  #points = [];

  add(flow) {
    this.#points.push({second: Date.now() / 1000, down: rateOf(flow), limit: flow.bucket?.rate ?? 0});
    const first = Date.now() / 1000 - SECONDS;
    while (this.#points.length > 2 && this.#points[1].second < first) this.#points.shift();
  }

  series() {
    const points = this.#points;
    return [points.map((p) => p.second), [{label: 'download', values: points.map((p) => p.down)}, {label: 'limit', values: points.map((p) => p.limit)}]];
  }
}

function level(b) {
  const share = b.capacity > 0 ? Math.max(0, Math.min(1, b.level / b.capacity)) : 0;
  const said = `${octets(b.level)} of ${octets(b.capacity)}`;
  return [h('meter', {min: '0', max: '1', value: String(share), 'aria-label': 'Level of the bucket'}, said), h('p', {class: 'bucket-level'}, h('strong', {}, said))];
}

function bucket(b) {
  return h('div', {class: 'bucket'}, b.capacity !== undefined && level(b),
    facts(['Lets through', b.rate !== undefined ? rate(b.rate) : undefined], ['What is over', b.policing === undefined ? undefined : b.policing ? 'stalls until there is room; a datagram is dropped (policing)' : 'waits its turn (shaping)'],
      ['Delay', b.delayMillis ? `${number(b.delayMillis)} ms` : undefined], ['Shared by', b.share === 'flow' ? 'nobody: it is this flow’s own' : `all of the ${b.share}`],
      ['Waiting', b.waiting ? octets(b.waiting) : undefined], ['Dropped', b.dropped ? octets(b.dropped) : undefined]));
}

function flowFacts(f) {
  return facts(['Network', networkLink(f.network)], ['Down', `${octets(f.down)}, now ${rate(rateOf(f))}`], ['Up', octets(f.up)], ['Rule', h('code', {}, f.rule ?? '–')],
    ['Decision', f.decision && [decisionLink(f.decision), f.case && [' in ', caseLink(f.case)]]], ['State', [badge(f.state), f.ending && ` ${f.ending}`]]);
}

function view() {
  const name = h('h2', {});
  const place = h('div', {class: 'plot', role: 'img', 'aria-label': 'Rate of the download and its limit; the same as numbers beside it'});
  const side = h('div', {class: 'side'});
  const more = h('div', {});
  const node = h('section', {class: 'card throttled', hidden: true}, name, h('div', {class: 'split'}, h('div', {}, place,
    h('ul', {class: 'legend'}, h('li', {}, h('span', {class: 'key series-0'}), 'rate of the download'), h('li', {}, h('span', {class: 'key series-1'}), 'what the bucket lets through'))), side), more);
  let chart;
  const show = (flow, trace) => {
    node.hidden = false;
    fill(name, flow.name ?? flow.server);
    (chart ??= plot(place, {unit: (v) => rate(v), area: true, seconds: SECONDS})).show(...trace.series());
    fill(side, h('h3', {}, 'Its bucket'), flow.bucket ? bucket(flow.bucket) : h('p', {}, 'No bucket slows this flow.'));
    fill(more, flowFacts(flow));
  };
  return {node, show};
}

const none = (lab, proxy) => {
  const big = lab.sites.find((s) => s.object);
  return empty('Nothing is slowed down now.', h('p', {}, 'Put a throttling decision in force (step “', h('strong', {}, lab.steps.find((s) => /slow|throttl|partial|25/i.test(`${s.name} ${s.about}`))?.name ?? 'of the story'), '” of ', link('the story', 'index'), ', or a decision of your own with the measure throttle), then load something large:'),
    h('p', {}, h('code', {class: 'line'}, `curl -o /dev/null --cacert ${lab.ca} --proxy http://${proxy} https://${big?.host ?? 'www.example.org'}${big?.object ?? '/'}`)));
};

await start(async (main) => {
  const [lab, networks] = await Promise.all([read(at('lab')), read(at('networks'))]);
  const proxy = (networks.items.find((n) => !n.control) ?? networks.items[0])?.proxy;
  const flows = new Map();
  const traces = new Map();
  const list = h('ul', {class: 'picks'});
  const rest = h('div', {});
  const panel = view();
  let chosen = params.get('flow') ? Number(params.get('flow')) : undefined;

  function pick(f) {
    return h('li', {}, h('button', {type: 'button', 'aria-pressed': String(f.pressed), onclick: () => {
      chosen = f.id;
      draw();
    }}, h('strong', {}, f.name ?? f.server), h('span', {class: 'quiet'}, ` ${f.network}, ${f.state}`)));
  }

  function draw() {
    const slowed = [...flows.values()].sort((a, b) => b.id - a.id).slice(0, 20);
    if (!flows.has(chosen)) chosen = (slowed.find((f) => f.state === 'open') ?? slowed[0])?.id;
    keyed(list, slowed.map(({id, name, server, network, state}) => ({id, name, server, network, state, pressed: id === chosen})), (f) => f.id, pick);
    fill(rest, slowed.length === 0 && none(lab, proxy));
    if (flows.has(chosen)) panel.show(flows.get(chosen), traces.get(chosen));
  }

  function take(flow) {
    if (!flow.bucket && !flows.has(flow.id)) return;
    flows.set(flow.id, flow);
    if (!traces.has(flow.id)) traces.set(flow.id, new Trace());
    traces.get(flow.id).add(flow);
  }

  async function again() {
    for (const flow of (await read(at('flows'), {verdict: 'restricted', limit: 200})).items) take(flow);
    draw();
  }

  let stream;
  const bar = liveBar(() => stream);
  fill(main, h('p', {class: 'lead'}, 'A token bucket lets a flow through at its rate and no faster. Both run here side by side.'), bar.node, list, panel.node, rest);
  stream = new Stream(at('flows', 'stream'), {
    flow: ({flow}) => {
      take(flow);
      draw();
    },
    gap: (gap) => {
      bar.missed(gap);
      again();
    },
  }, (state) => {
    bar.show(state);
    if (state === 'live') again();
  });
  setInterval(() => {
    const flow = flows.get(chosen);
    if (flow?.state !== 'open' || document.visibilityState !== 'visible') return;
    take(flow);
    panel.show(flow, traces.get(chosen));
  }, 1000);
});

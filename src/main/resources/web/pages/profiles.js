/** Profiles: how kinds of networks enforce, with their sources. */
import {Problem, at, read} from './api.js';
import {badge, commas, empty, facts, fill, h, link, networkLink} from './dom.js';
import {notHere, params, start} from './shell.js';
import {table} from './tables.js';

const inNetworks = (names) => (names.length === 0 ? h('span', {class: 'quiet'}, 'no network here') : commas(names.map(networkLink)));
const can = (measures) => (measures.length === 0 ? '–' : measures.map((m) => [badge(m), ' ']));

async function all(main) {
  const {items} = await read(at('profiles'), {limit: 1000});
  const list = table({
    caption: 'Profiles', key: (p) => p.name, none: () => empty('No profile is here.', 'A scenario names the profiles of its networks.'),
    columns: [{head: 'Profile', cell: (p) => link(p.name, 'profiles', {profile: p.name})}, {head: 'About', cell: (p) => p.about}, {head: 'Can', cell: (p) => can(p.measures)},
      {head: 'Networks', cell: (p) => inNetworks(p.networks)}, {head: 'Sources', cell: (p) => p.sources.join('; ')}],
  });
  fill(main, h('p', {class: 'lead'}, 'A profile says how a kind of network enforces what the register holds: at which sighting, by which action.'), list.node);
  list.show(items);
}

async function one(main, name) {
  let profile;
  try {
    profile = await read(at('profiles', name));
  } catch (fault) {
    if (!(fault instanceof Problem) || fault.status !== 404) throw fault;
    fill(main, notHere('profile', name, 'profiles'));
    return;
  }
  fill(document.querySelector('h1'), `Profile ${name}`);
  document.title = `${name} · nadzor`;
  const lines = table({
    caption: 'Its lines; the first that fits wins', key: (l) => l.number, none: () => empty('It has no lines.', 'Such a network restricts nothing.'),
    columns: [{head: 'No.', cell: (l) => String(l.number)}, {head: 'At', cell: (l) => h('code', {}, l.on)}, {head: 'For', cell: (l) => (l.measure ? badge(l.measure) : 'whatever is listed, or all')},
      {head: 'It does', cell: (l) => h('code', {}, l.action)}, {head: 'Afterwards', cell: (l) => l.residual ?? '–'}, {head: 'In words', cell: (l) => l.text}],
  });
  fill(main, h('p', {}, link('← All profiles', 'profiles')), h('p', {class: 'lead'}, profile.about),
    facts(['Networks', inNetworks(profile.networks)], ['Can', can(profile.measures)], ['How well it is known', profile.known], ['Sources', h('ul', {}, profile.sources.map((s) => h('li', {}, s)))]), lines.node);
  lines.show(profile.lines);
}

await start((main) => (params.get('profile') ? one(main, params.get('profile')) : all(main)));

/** Lists: the versions, what is in force and tried; or what the query names: a version, a difference, the events of a trial. */
import {diffPage} from './listdiff.js';
import {eventsPage} from './listevents.js';
import {versionPage} from './listversion.js';
import {listsPage} from './listhome.js';
import {params, start} from './shell.js';

await start((main) => {
  if (params.get('version')) return versionPage(main, params.get('version'));
  if (params.get('from') && params.get('to')) return diffPage(main, params.get('from'), params.get('to'));
  return params.get('view') === 'events' ? eventsPage(main) : listsPage(main);
});

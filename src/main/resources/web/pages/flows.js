/** Live flows, each with its verdict; or the restrictions that happened. */
import {flowsPage} from './flowlist.js';
import {restrictionsPage} from './restrictions.js';
import {params, start} from './shell.js';

await start((main) => (params.get('view') === 'restrictions' ? restrictionsPage(main) : flowsPage(main)));

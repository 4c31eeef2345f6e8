/** Cases: the list, or what the query names: a case, a decision, a proposal, a platform. */
import {casefile} from './casefile.js';
import {caselist} from './caselist.js';
import {decisionPage, proposalPage} from './decision.js';
import {platformPage} from './platform.js';
import {params, start} from './shell.js';

const PAGES = [['case', casefile], ['decision', decisionPage], ['proposal', proposalPage], ['platform', platformPage]];

await start((main) => {
  const [name, page] = PAGES.find(([key]) => params.get(key)) ?? [];
  return page ? page(main, params.get(name)) : caselist(main);
});

/** What makes pages handier in a browser that runs scripts; everything works without. */
import { enhanceMapAndTable } from './enhance/map-table.ts';
import { enhancePrint } from './enhance/print-button.ts';
import { enhanceSearchKey } from './enhance/search-key.ts';
import { enhanceScrollRegions } from './enhance/scroll-region.ts';
import { enhanceChoices } from './enhance/sends-itself.ts';
import { enhanceSimulation } from './enhance/simulation.ts';
import { enhanceTableSort } from './enhance/table-sort.ts';

for (const enhance of [enhanceSearchKey, enhanceChoices, enhanceTableSort, enhanceMapAndTable, enhancePrint, enhanceScrollRegions, enhanceSimulation]) enhance(document);

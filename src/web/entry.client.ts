/** What makes pages handier in a browser that runs scripts; everything works without. */
import { enhanceSearchKey } from './enhance/search-key.ts';

enhanceSearchKey(document);

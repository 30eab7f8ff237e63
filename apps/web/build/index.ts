/** Builds the page, so that programs that start beside each other find it there. */
import { buildWeb } from './build-web.ts';

await buildWeb();

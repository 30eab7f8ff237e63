/** Builds the page, so that programs that start beside each other find it there: `node apps/web/build/index.ts [FOLDER]`. */
import { resolve } from 'node:path';
import { buildWeb } from './build-web.ts';

const [folder] = process.argv.slice(2);
const built = await buildWeb(folder === undefined ? {} : { buildsFolder: resolve(folder) });
process.stdout.write(`${built.isNew ? 'Built' : 'Nothing has changed'}: ${built.folder}\n`);

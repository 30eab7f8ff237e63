import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressible = /\.(?:js|css|svg)$/;
/** Below it the headers are most of what is sent. */
const leastBytes = 1_000;
/** The last steps, up to 11, take longer than the whole build, and save five in a hundred. */
const brotliQuality = 9;

/** Puts `….br` and `….gz` beside every file that gets smaller by it: the console sends what a browser takes. */
export async function compressFiles(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => compressible.test(name));
  await Promise.all(
    names.map(async (name) => {
      const content = await readFile(join(folder, name));
      if (content.length < leastBytes) return;
      const params = { [constants.BROTLI_PARAM_QUALITY]: brotliQuality };
      await writeFile(join(folder, `${name}.br`), await promisify(brotliCompress)(content, { params }));
      await writeFile(
        join(folder, `${name}.gz`),
        await promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
      );
    }),
  );
}

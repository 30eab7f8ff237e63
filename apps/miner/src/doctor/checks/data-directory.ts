import { prepareDataDirectory } from '@dropwise/runtime';
import type { Check } from '../check.ts';
import { broken, ok } from '../finding.ts';

/** Makes the folders and proves by writing that they take files, exactly as a miner does at its start. */
export const dataDirectoryCheck: Check = {
  group: 'this machine',
  name: 'data directory',
  async run({ directory }) {
    const prepared = await prepareDataDirectory(directory);
    if (prepared.ok) return [ok(`${directory.root} takes files.`)];
    const { sentence, command } = prepared.failure;
    return [broken(sentence, command === null ? 'Then run the doctor again.' : `Run: ${command}`)];
  },
};

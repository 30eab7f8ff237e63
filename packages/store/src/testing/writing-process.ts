// Writes numbered facts until it is killed, and says after each transaction how many are kept. Argument: the database.
import { writeSync } from 'node:fs';
import { openStore } from '../open-store.ts';
import { factsAtOnce, numberedFact } from './numbered-facts.ts';

const store = await openStore({ path: process.argv[2] ?? '', now: () => 0, timeZone: 'UTC' });
let count = store.reader.totals({}).facts;
for (;;) {
  store.writer.addFacts(Array.from({ length: factsAtOnce }, (_, index) => numberedFact(count + index)));
  count += factsAtOnce;
  writeSync(1, `${count}\n`);
}

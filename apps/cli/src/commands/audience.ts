import type {
  AudienceArguments,
  AudienceCompareArguments,
  AudienceKeygenArguments,
  AudienceMergeArguments,
  ProcessIo,
} from '@dropwise/runtime';
import { type FlagDefinition, type ParsedFlags, parseFlags, UsageError } from '../arguments/flags.ts';
import { formatCommandHelp } from '../arguments/help-text.ts';
import { version } from '../version.ts';
import { dataDirFlag } from './backup.ts';
import type { Command } from './command.ts';

const summary =
  'Watches your own stream as N viewers would, and says what they would see. The origin must consent to it.';

export const keygenFlags: readonly FlagDefinition[] = [
  { name: 'replace', doc: 'Put the key that is there aside, and make another.' },
  { name: 'max-viewers', value: 'N', doc: 'In the file for the origin: at most so many viewers at once.' },
  { name: 'max-mbps', value: 'N', doc: 'In the file: at most so many megabits a second.' },
  { name: 'path', value: 'PREFIX', repeatable: true, doc: 'In the file: what may be fetched, such as /live/.' },
  { name: 'not-after', value: 'INSTANT', doc: 'In the file: until when, such as 2026-12-31T00:00:00Z.' },
  { name: 'json', doc: 'Print fingerprint, path, file and TXT record as JSON.' },
  dataDirFlag,
];

export const mergeFlags: readonly FlagDefinition[] = [
  { name: 'out', value: 'FILE', doc: 'Write the whole report there as JSON. Default: print it.' },
  { name: 'html', value: 'FILE', doc: 'Write it there as one HTML page with charts.' },
];

export const compareFlags: readonly FlagDefinition[] = [dataDirFlag];

/** More than anybody has machines. */
const maxMergedFiles = 1_000;

/** Makes what the lab takes of the command line. */
export function parseAudienceArguments(
  args: readonly string[],
  definitions: readonly FlagDefinition[],
): AudienceArguments {
  const flags = parseFlags(args, definitions, 2);
  if (flags.count('quiet') > 0 && flags.count('verbose') > 0) {
    throw new UsageError('--quiet and --verbose say opposite things. Give one of them.');
  }
  return {
    words: flags.words,
    flags: valuesOf(flags, definitions),
    verbose: Math.min(flags.count('verbose'), 4),
    quiet: flags.count('quiet') > 0,
    dataDir: flags.value('data-dir'),
    jsonEvents: flags.count('json-events') > 0,
    version,
  };
}

export function parseKeygenArguments(args: readonly string[]): AudienceKeygenArguments {
  const flags = parseFlags(args, keygenFlags);
  return {
    dataDir: flags.value('data-dir'),
    replace: flags.count('replace') > 0,
    maxViewers: flags.value('max-viewers'),
    maxMbps: flags.value('max-mbps'),
    paths: flags.values('path'),
    notAfter: flags.value('not-after'),
    json: flags.count('json') > 0,
  };
}

export function parseMergeArguments(args: readonly string[]): AudienceMergeArguments {
  const flags = parseFlags(args, mergeFlags, maxMergedFiles);
  if (flags.words.length === 0)
    throw new UsageError('The part files of a run are expected: merge a/part.json b/part.json.');
  return { files: flags.words, out: flags.value('out'), html: flags.value('html'), version };
}

export function parseCompareArguments(args: readonly string[]): AudienceCompareArguments {
  const flags = parseFlags(args, compareFlags, 2);
  const [before, after] = flags.words;
  if (before === undefined || after === undefined) {
    throw new UsageError('Two runs are expected, the earlier one first: compare 20261128-183000-1f3a9c b/report.json.');
  }
  return { before, after, dataDir: flags.value('data-dir') };
}

export const audienceCommand: Command = {
  name: 'audience',
  summary,
  loadFlags: async () => (await import('@dropwise/audience/flags')).audienceFlags,
  ownHelp: true,
  run: async (args, io) => {
    const [first, ...rest] = args;
    switch (first) {
      case 'keygen':
        return await runKeygenCommand(rest, io);
      case 'compare':
        return await runCompareCommand(rest, io);
      case 'merge':
        return await runMergeCommand(rest, io);
      default:
        return await runAudienceCommand(args, io);
    }
  },
};

async function runAudienceCommand(args: readonly string[], io: ProcessIo): Promise<number> {
  const definitions = await audienceCommand.loadFlags();
  if (wantsHelp(args)) {
    io.stdout.write(formatCommandHelp({ name: 'audience ADDRESS [VIEWERS]', summary }, definitions));
    io.stdout.write(subcommands);
    return 0;
  }
  const { runLab } = await import('@dropwise/audience/main');
  return await runLab(parseAudienceArguments(args, definitions), io);
}

async function runKeygenCommand(args: readonly string[], io: ProcessIo): Promise<number> {
  if (wantsHelp(args)) {
    const about = 'Makes the key that origins consent to, and the file that they must serve.';
    io.stdout.write(formatCommandHelp({ name: 'audience keygen', summary: about }, keygenFlags));
    return 0;
  }
  const { runKeygen } = await import('@dropwise/audience/keygen');
  return await runKeygen(parseKeygenArguments(args), io);
}

async function runMergeCommand(args: readonly string[], io: ProcessIo): Promise<number> {
  if (wantsHelp(args)) {
    const about = 'Puts the parts of a run together without loss: the part.json beside each report.json.';
    io.stdout.write(formatCommandHelp({ name: 'audience merge PART PART…', summary: about }, mergeFlags));
    return 0;
  }
  const { runMerge } = await import('@dropwise/audience/merge');
  return await runMerge(parseMergeArguments(args), io);
}

async function runCompareCommand(args: readonly string[], io: ProcessIo): Promise<number> {
  if (wantsHelp(args)) {
    const about = 'Shows two runs side by side: each a run that is kept, by its name, or a report.json.';
    io.stdout.write(formatCommandHelp({ name: 'audience compare BEFORE AFTER', summary: about }, compareFlags));
    return 0;
  }
  const { runCompare } = await import('@dropwise/audience/compare');
  return await runCompare(parseCompareArguments(args), io);
}

const subcommands = `
dropwise audience keygen makes your key and the file with which an origin consents; dropwise audience merge puts the
parts of several machines together; dropwise audience compare shows two runs side by side. --help after each shows its
flags.
`;

function wantsHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? undefined : end).some((each) => each === '--help' || each === '-h');
}

function valuesOf(flags: ParsedFlags, definitions: readonly FlagDefinition[]): AudienceArguments['flags'] {
  const given = definitions.filter(({ name }) => flags.count(name) > 0);
  return Object.fromEntries(given.map(({ name }) => [name, flags.values(name)]));
}

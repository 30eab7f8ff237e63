import { parseArgs } from 'node:util';
import { fail, type Result, succeed } from '@dropwise/kit';

export interface DoctorArguments {
  readonly dataDir: string | undefined;
  /** Origin of a local Twitch; null = Twitch itself. */
  readonly endpoints: string | null;
  readonly json: boolean;
  readonly help: boolean;
}

export const doctorHelp = `Looks for what keeps Dropwise from working here, and says how to mend it.

Usage: dropwise doctor [flags]

  --data-dir FOLDER  Where everything is kept. Default: DROPWISE_DATA_DIR, or ~/.dropwise.
  --endpoints URL    Use a local Twitch at this origin: http://127.0.0.1:PORT of dropwise sim.
  --json             Print findings as JSON lines; the last is a summary.
  --help             Show this text.

It changes nothing but missing folders, and may run beside a miner.
Exit code: 0 when all is well, 1 when something needs mending, 2 for flags that do not fit.
`;

const options = {
  'data-dir': { type: 'string' },
  endpoints: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** A failure is a sentence for a person. */
export function parseDoctorArguments(args: readonly string[]): Result<DoctorArguments, string> {
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
    const { endpoints } = values;
    const origin = endpoints === undefined ? null : originOf(endpoints);
    if (endpoints !== undefined && origin === null) {
      return fail(`--endpoints must be an origin such as http://127.0.0.1:8080, found "${endpoints}".`);
    }
    return succeed({
      dataDir: values['data-dir'],
      endpoints: origin,
      json: values.json === true,
      help: values.help === true,
    });
  } catch (error) {
    const found = error instanceof Error ? (error.message.split(/[.\n]/)[0] ?? '') : String(error);
    const known = Object.keys(options).map((name) => `--${name}`);
    return fail(`Expected only the flags ${known.join(', ')}; found: ${found}.`);
  }
}

function originOf(text: string): string | null {
  const url = URL.parse(text);
  const isOrigin = url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash;
  return isOrigin ? url.origin : null;
}

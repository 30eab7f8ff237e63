import { cpus, freemem, loadavg, type as osType, release, totalmem } from 'node:os';
import type { ChildDefinition, ChildView, MinerView, SettingsView, StoredFact, StoredLine } from '@dropwise/contract';
import { createMask } from '@dropwise/runtime';

export interface DiagnosticsSources {
  readonly version: string;
  readonly now: number;
  /** Real seconds since the console began. */
  readonly uptimeSeconds: number;
  readonly settings: SettingsView;
  readonly children: readonly ChildView[];
  readonly definitions: readonly ChildDefinition[];
  readonly miner: MinerView | null;
  readonly store: unknown;
  readonly live: { readonly clients: number };
  readonly facts: readonly StoredFact[];
  readonly lines: readonly StoredLine[];
}

export interface Diagnostics {
  readonly kind: 'diagnostics';
  readonly madeAt: number;
  readonly version: string;
  readonly parts: Readonly<Record<string, unknown>>;
}

/** For a bug report. Whatever names a person, a channel or a session goes through one mask, so that the same thing stays the same. */
export function makeDiagnostics(sources: DiagnosticsSources): Diagnostics {
  const mask = createMask();
  const masked = (value: unknown): unknown => mask.maskTree(JSON.parse(JSON.stringify(value ?? null)));
  const { settings, definitions, miner } = sources;
  return {
    kind: 'diagnostics',
    madeAt: sources.now,
    version: sources.version,
    parts: {
      machine: describeMachine(sources.uptimeSeconds),
      settings: masked({
        changed: Object.fromEntries(
          settings.settings
            .filter(({ origin }) => origin !== 'default')
            .map(({ key, value, origin, secret }) => [key, { origin, value: secret ? '[secret]' : value }]),
        ),
        problems: settings.problems,
        warnings: settings.warnings,
      }),
      children: masked(sources.children),
      definitions: masked(definitions.map(describeDefinition)),
      miner: masked(
        miner && { ...miner, campaigns: Object.values(miner.campaigns), channels: Object.values(miner.channels) },
      ),
      store: masked(sources.store),
      live: sources.live,
      facts: masked(sources.facts),
      lines: masked(sources.lines),
    },
  };
}

/** Variables may be secret, and paths name people: only which there are. */
function describeDefinition(definition: ChildDefinition) {
  return {
    ...definition,
    command: definition.command.length === 0 ? [] : ['[command]'],
    workingFolder: definition.workingFolder === null ? null : '[folder]',
    env: Object.keys(definition.env),
  };
}

function describeMachine(uptimeSeconds: number) {
  const memory = process.memoryUsage();
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    system: `${osType()} ${release()}`,
    cores: cpus().length,
    load: loadavg(),
    memoryTotalBytes: totalmem(),
    memoryFreeBytes: freemem(),
    rssBytes: memory.rss,
    heapUsedBytes: memory.heapUsed,
    uptimeSeconds: Math.round(uptimeSeconds),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

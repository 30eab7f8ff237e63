/** Who may import whom: the table of ARCHITECTURE.md, held by `architecture.test.ts`. */
export interface ImportRule {
  /** `name`, or `name/subpath` where only that part may be used. */
  readonly may: readonly string[];
  /** On top of it, tests may use these. */
  readonly testsMay?: readonly string[];
  /** On top of it, what builds the workspace (its `build/`) may use these. */
  readonly buildMay?: readonly string[];
  /** May be reached by `import(…)` alone: started, not built upon. */
  readonly mayStart?: readonly string[];
}

export const importTable: Readonly<Record<string, ImportRule>> = {
  kit: { may: [] },
  core: { may: ['kit'] },
  contract: { may: ['kit', 'core'] },
  hls: { may: ['kit'] },
  load: { may: ['kit'] },
  runtime: { may: ['kit', 'core'] },
  twitch: { may: ['kit', 'hls'] },
  store: { may: ['kit', 'core', 'contract'] },
  notify: { may: ['kit', 'core'] },
  'twitch-sim': { may: ['kit', 'hls', 'twitch/definitions'] },
  miner: { may: ['kit', 'core', 'contract', 'hls', 'twitch', 'runtime'], testsMay: ['twitch-sim'] },
  sim: { may: ['kit', 'runtime', 'twitch-sim'] },
  console: { may: ['kit', 'core', 'contract', 'store', 'notify', 'runtime'] },
  web: { may: ['kit', 'core', 'contract'], buildMay: ['runtime'] },
  audience: { may: ['kit', 'hls', 'load', 'runtime', 'contract/audience'] },
  cli: { may: ['runtime'], mayStart: ['miner', 'sim', 'console', 'audience', 'web'] },
  bench: {
    may: [
      'kit',
      'core',
      'contract',
      'hls',
      'load',
      'runtime',
      'twitch',
      'store',
      'notify',
      'twitch-sim',
      'miner',
      'console',
      'audience',
    ],
  },
};

/** They compile without Node's types and take time and chance as arguments. */
export const purePackages: readonly string[] = ['kit', 'core', 'contract', 'hls', 'load'];

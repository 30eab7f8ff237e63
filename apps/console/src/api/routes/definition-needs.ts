import type { AdapterKind, ChildDefinition } from '@dropwise/contract';

export interface DefinitionNeed {
  readonly field: 'command' | 'url' | 'patterns';
  /** What it is for, and what fits. */
  readonly sentence: string;
}

interface AdapterDescription {
  readonly sentence: string;
  readonly needs: readonly DefinitionNeed[];
}

/** What each kind of child is, and what its definition cannot do without. */
export const adapterDescriptions: Readonly<Record<AdapterKind, AdapterDescription>> = {
  dropwise: { sentence: 'The miner of this project, which the console starts by itself.', needs: [] },
  tdm: {
    sentence: 'TwitchDropsMiner by DevilXD: an executable, an AppImage, or its sources under Python.',
    needs: [
      {
        field: 'command',
        sentence: 'the executable, the AppImage, or `python` and the path of main.py, as a list of words',
      },
    ],
  },
  rangermix: {
    sentence: 'TwitchDropsMiner by rangermix, which serves HTTP and runs here or elsewhere.',
    needs: [{ field: 'url', sentence: 'the address it serves, such as http://127.0.0.1:8080' }],
  },
  command: {
    sentence: 'Any other program, whose lines are read by patterns of your own.',
    needs: [{ field: 'command', sentence: 'the program and its arguments, as a list of words' }],
  },
};

/** The first thing that a definition lacks; null = nothing. */
export function missingNeed(definition: ChildDefinition): DefinitionNeed | null {
  return adapterDescriptions[definition.adapter].needs.find(({ field }) => isEmpty(definition[field])) ?? null;
}

function isEmpty(value: string | readonly unknown[] | null): boolean {
  return value === null || value.length === 0;
}

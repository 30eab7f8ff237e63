import type { NoteSource } from '@dropwise/core/notifications';
import type { Fleet } from '../children/fleet.ts';
import { consoleId } from '../children/fleet-sink.ts';

/** What notifications need to know of the miners. */
export interface NoteSources {
  list(): readonly NoteSource[];
  find(childId: string): NoteSource;
}

export function createNoteSources(fleet: Pick<Fleet, 'definitions' | 'find'>): NoteSources {
  const list = (): readonly NoteSource[] => {
    const alone = fleet.definitions.length === 1;
    return fleet.definitions.map(({ id, name }) => {
      const confirms = fleet.find(id)?.can.includes('confirmedProgress') ?? false;
      return { id, name, alone, confirms };
    });
  };
  return {
    list,
    find: (childId) =>
      list().find(({ id }) => id === childId) ?? {
        id: childId,
        name: childId,
        alone: childId === consoleId,
        confirms: false,
      },
  };
}

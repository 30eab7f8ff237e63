import type { NotificationMessage } from '@dropwise/core/notifications';
import type { Logger } from '@dropwise/runtime';
import type { DeliveryOutcome, DeliveryRow, StoreReader, StoreWriter } from '@dropwise/store';
import { formatDelivery } from './stored-text.ts';

/** The part of the store that remembers what was sent where. A store that fails is said, and stops no message. */
export interface DeliveryLog {
  /** Its number; null = it could not be kept. */
  begin(channelId: string, message: NotificationMessage, at: number): number | null;
  note(id: number | null, outcome: DeliveryOutcome): void;
  /** Those that still wait, oldest first; of the newest `maxRows` in the log. */
  waiting(): readonly DeliveryRow[];
}

const pageSize = 500;
const maxRows = 2_000;

export function createDeliveryLog(
  writer: Pick<StoreWriter, 'addDelivery' | 'noteDelivery'>,
  reader: Pick<StoreReader, 'deliveries'>,
  log: Logger,
): DeliveryLog {
  const guarded = <Value>(what: string, work: () => Value, otherwise: Value): Value => {
    try {
      return work();
    } catch (error) {
      log.person(`The log of notifications could not be ${what}.`, { error });
      return otherwise;
    }
  };
  return {
    begin: (channelId, message, at) =>
      guarded('written', () => writer.addDelivery({ at, channelId, ...formatDelivery(message) }), null),
    note: (id, outcome) => {
      if (id !== null) guarded('written', () => writer.noteDelivery(id, outcome), undefined);
    },
    waiting: () => guarded('read', () => readWaiting(reader), []),
  };
}

function readWaiting(reader: Pick<StoreReader, 'deliveries'>): readonly DeliveryRow[] {
  const waiting: DeliveryRow[] = [];
  let before: number | null = null;
  for (let seen = 0; seen < maxRows; seen += pageSize) {
    const page = reader.deliveries({ limit: pageSize, ...(before === null ? {} : { before }) });
    waiting.push(...page.items.filter(({ state }) => state === 'waiting'));
    before = page.next;
    if (before === null) break;
  }
  return waiting.reverse();
}

import type { LiveContent, LiveState, StoredLine } from '@dropwise/contract';
import type { Clock } from '@dropwise/kit';
import type { StoreReader } from '@dropwise/store';
import type { Fleet } from '../children/fleet.ts';
import type { SettingsService } from '../config/settings-service.ts';
import { minerAsShown } from '../shown/miner-as-shown.ts';

export interface ContentSources {
  readonly clock: Pick<Clock, 'now'>;
  readonly fleet: Pick<Fleet, 'primaryId' | 'list' | 'find' | 'view' | 'session'>;
  readonly settings: Pick<SettingsService, 'view'>;
}

/** The miner's clock may be off by so much of real time before it is told again. */
const clockToleranceMs = 1_000;
/** A longer text is cut for live clients; the history has all of it. */
const maxLineTextLength = 2_000;

/** What is true now. `held` gives the parts that others bring in, and the clock as it was told last. */
export function readContent(sources: ContentSources, held: Pick<LiveState, 'minerClock' | 'lines'>): LiveContent {
  const { fleet, settings } = sources;
  return {
    ...minerAsShown(fleet),
    minerClock: minerClockOf(sources, held.minerClock),
    children: Object.fromEntries(fleet.list().map((each) => [each.id, each])),
    settings: settings.view,
    lines: held.lines,
  };
}

/** The clock of the last life stays when there is none: what its view says was read from it. */
function minerClockOf({ clock, fleet }: ContentSources, held: LiveState['minerClock']): LiveState['minerClock'] {
  const session = fleet.session(fleet.primaryId);
  if (session === null) return held;
  const at = clock.now();
  const now = session.clock.now();
  const { speed } = session.clock;
  const expected = held.now + (at - held.at) * held.speed;
  if (speed === held.speed && Math.abs(now - expected) <= clockToleranceMs * speed) return held;
  return { now, at, speed };
}

/** The newest lines, oldest first. */
export function readLastLines(reader: Pick<StoreReader, 'lines'>, limit: number): readonly StoredLine[] {
  return reader.lines({ limit }).items.map(cutLine).reverse();
}

export function cutLine(line: StoredLine): StoredLine {
  if (line.text.length <= maxLineTextLength) return line;
  return { ...line, text: `${line.text.slice(0, maxLineTextLength)} …` };
}

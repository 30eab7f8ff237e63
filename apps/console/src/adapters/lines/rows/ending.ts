import { sayOfAdapter } from '../../adapter-sayings.ts';
import { cleanName } from '../clean-text.ts';
import type { LineMeaning } from '../line-meaning.ts';
import { type LineRow, nothing, print, record } from '../line-row.ts';
import { complaintMs, fact, raised, status } from '../meanings.ts';

/** Of the console's own reasons: the core's table is about our miner. */
export const faultCode = 'miner-fault';
export const endedCode = 'miner-ended';

const fatal: LineMeaning = raised({
  code: faultCode,
  level: 'broken',
  said: sayOfAdapter('line-fatal'),
  todo: sayOfAdapter('line-restart-todo'),
});
const stopping = (): readonly LineMeaning[] => [status('stopping', 'Shutting down.')];

/** Peers 3.2, “End of run”. */
export const endingRows: readonly LineRow[] = [
  {
    id: 'task exception',
    said: { tdm: record, rangermix: record },
    pattern: /^Exception in (?<task>.{1,120}) task(?:\n[\s\S]*)?$/,
    means: (group) => [
      raised({
        code: faultCode,
        item: cleanName(group('task'), 80),
        said: sayOfAdapter('line-part-failed', { task: cleanName(group('task'), 80) }),
        todo: sayOfAdapter('line-part-failed-todo'),
        lastsMs: complaintMs,
      }),
    ],
  },
  {
    id: 'fatal error',
    said: { tdm: print, rangermix: print },
    pattern: /^Fatal error encountered:(?:\s[\s\S]*)?$/,
    means: () => [fatal],
  },
  {
    id: 'fatal error record',
    said: { rangermix: record },
    pattern: /^Fatal error encountered during client run(?:\n[\s\S]*)?$/,
    means: () => [fatal],
  },
  { id: 'exiting', said: { tdm: print, rangermix: print }, pattern: /^Exiting\.\.\.$/, means: stopping },
  {
    // The process lives on until a person closes the window: peers 1.2.
    id: 'terminated',
    said: { tdm: print, rangermix: print },
    pattern: /^\n?Application Terminated\.(?:\nClose the window to exit the application\.)?$/,
    means: () => [
      status('ended', 'It has stopped mining.'),
      fact('stopped'),
      raised({
        code: endedCode,
        level: 'broken',
        said: sayOfAdapter('line-stopped-mining'),
        todo: sayOfAdapter('line-restart-todo'),
      }),
    ],
  },
  {
    id: 'shutting down',
    said: { rangermix: record },
    pattern:
      /^(?:Client run completed normally|=== Starting shutdown sequence ===|Notifying client of exit|Shutting down web server|Web server task completed gracefully|Shutting down Twitch client|Twitch client shutdown completed|Shutdown complete - exit_status=-?\d{1,6}|Normal shutdown - proceeding|Saving application state|Application state saved|=== Exiting with status code: -?\d{1,6} ===)$/,
    means: stopping,
  },
  {
    id: 'terminated with error',
    said: { rangermix: record },
    pattern: /^Application terminated with error - showing error state$/,
    means: () => [fatal],
  },
  {
    id: 'web clients',
    said: { rangermix: record },
    pattern: /^(?:Web client (?:dis)?connected|Login request from client): .{1,80}$/,
    means: nothing,
  },
  {
    id: 'update check failed',
    said: { rangermix: record },
    pattern: /^Failed to check for updates: [\s\S]*$/,
    means: nothing,
  },
];

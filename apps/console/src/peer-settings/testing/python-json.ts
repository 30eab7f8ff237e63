import * as fc from 'fast-check';

/** `json.dumps(value, indent=4, sort_keys=True)`: what TDM writes. Escapes everything that is not ASCII unless `raw`. */
export function dumpLikePython(value: unknown, raw = false, depth = 0): string {
  if (typeof value === 'string') return dumpText(value, raw);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const items = isList
    ? value.map((item) => dumpLikePython(item, raw, depth + 1))
    : Object.entries(value)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, item]) => `${dumpText(name, raw)}: ${dumpLikePython(item, raw, depth + 1)}`);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (items.length === 0) return open + close;
  const start = `\n${'    '.repeat(depth + 1)}`;
  return `${open}${start}${items.join(`,${start}`)}\n${'    '.repeat(depth)}${close}`;
}

function dumpText(text: string, raw: boolean): string {
  const json = JSON.stringify(text);
  return raw ? json : json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

export const gameNames = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), { maxLength: 6 });

/** Settings of TDM as they are on the disk, with wrappers, and now and then a key of a newer version. */
export const tdmDocuments = fc.record(
  {
    autostart_tray: fc.boolean(),
    available_drops_check: fc.boolean(),
    connection_quality: fc.integer({ min: 1, max: 6 }),
    dark_mode: fc.boolean(),
    enable_badges_emotes: fc.boolean(),
    exclude: gameNames.map((names) => ({ __type: 'set', data: [...new Set(names)] })),
    language: fc.string({ unit: 'grapheme', maxLength: 20 }),
    priority: gameNames,
    priority_mode: fc.integer({ min: 0, max: 2 }).map((mode) => ({ __type: 'PriorityMode', data: mode })),
    proxy: fc.constantFrom('', 'http://10.0.0.1:8080').map((proxy) => ({ __type: 'URL', data: proxy })),
    tray_notifications: fc.boolean(),
    last_seen: fc.double({ noNaN: true, noDefaultInfinity: true }).map((data) => ({ __type: 'datetime', data })),
    window: fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 }),
  },
  { requiredKeys: ['exclude', 'priority', 'connection_quality'] },
);

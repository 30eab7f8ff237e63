import { parse, setOptions, type types } from 'hls-parser';

// The parser's strict mode refuses what real servers send; what we read is checked by us instead. `silent` keeps it
// from printing.
setOptions({ strictMode: false, silent: true });

/** The library's own model of a text, with everything that we rely on still to be checked. Throws on some nonsense. */
export function lenientParse(text: string): types.MasterPlaylist | types.MediaPlaylist {
  return parse(text);
}

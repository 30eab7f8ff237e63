/** Longer than any line that a person reads; what goes beyond it is left out. */
export const maxLineBytes = 64 * 1024;
const newline = 0x0a;
const carriageReturn = 0x0d;
const byteOrderMark = /^\uFEFF/;

export interface LineSplitter {
  /** The splitter keeps parts of it: whoever reads into one buffer again and again hands over copies. */
  push(chunk: Buffer): void;
  /** What came since the last newline, and what comes up to the next, is no whole line: it goes. */
  skipLine(): void;
  /** What stands without a newline at the end is a line, too. */
  end(): void;
}

/**
 * Bytes to lines, never holding more than one line of `maxBytes`: a longer one is told at once, cut, and says so. Bytes that
 * are no UTF-8 become replacement characters.
 */
export function createLineSplitter(onLine: (line: string) => void, maxBytes = maxLineBytes): LineSplitter {
  let parts: Buffer[] = [];
  let heldBytes = 0;
  let isCutting = false;

  const tell = (mark: string): void => {
    const line = Buffer.concat(parts, heldBytes);
    parts = [];
    heldBytes = 0;
    const length = line.at(-1) === carriageReturn ? line.length - 1 : line.length;
    onLine(line.toString('utf8', 0, length).replace(byteOrderMark, '') + mark);
  };
  const hold = (part: Buffer): void => {
    if (isCutting || part.length === 0) return;
    const room = maxBytes - heldBytes;
    parts.push(part.length > room ? part.subarray(0, room) : part);
    heldBytes += Math.min(part.length, room);
    if (part.length <= room) return;
    isCutting = true;
    tell(` … [cut: the line is longer than ${maxBytes / 1024} KiB]`);
  };

  return {
    push: (chunk) => {
      let from = 0;
      for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, from)) {
        hold(chunk.subarray(from, at));
        if (!isCutting) tell('');
        isCutting = false;
        from = at + 1;
      }
      hold(chunk.subarray(from));
    },
    skipLine: () => {
      parts = [];
      heldBytes = 0;
      isCutting = true;
    },
    end: () => {
      if (heldBytes > 0) tell('');
      isCutting = false;
    },
  };
}

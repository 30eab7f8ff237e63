/** Longer than any line that a person reads; what goes beyond it is left out. */
export const maxLineBytes = 64 * 1024;
const newline = 0x0a;
const carriageReturn = 0x0d;

export interface LineSplitter {
  push(chunk: Buffer): void;
  /** What stands without a newline at the end is a line, too. */
  end(): void;
}

/**
 * Bytes to lines, never holding more than one line of `maxLineBytes`: a longer one is told at once, cut, and says so. Bytes that
 * are no UTF-8 become replacement characters.
 */
export function createLineSplitter(onLine: (line: string) => void): LineSplitter {
  let parts: Buffer[] = [];
  let heldBytes = 0;
  let isCutting = false;

  const tell = (mark: string): void => {
    const line = Buffer.concat(parts, heldBytes);
    parts = [];
    heldBytes = 0;
    const length = line.at(-1) === carriageReturn ? line.length - 1 : line.length;
    onLine(line.toString('utf8', 0, length) + mark);
  };
  const hold = (part: Buffer): void => {
    if (isCutting || part.length === 0) return;
    const room = maxLineBytes - heldBytes;
    parts.push(part.length > room ? part.subarray(0, room) : part);
    heldBytes += Math.min(part.length, room);
    if (part.length <= room) return;
    isCutting = true;
    tell(` … [cut: the line is longer than ${maxLineBytes / 1024} KiB]`);
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
    end: () => {
      if (heldBytes > 0) tell('');
    },
  };
}

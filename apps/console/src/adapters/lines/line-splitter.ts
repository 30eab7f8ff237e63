/** Puts bytes together to lines. */
export interface LineSplitter {
  push(bytes: Uint8Array): void;
  /** What came since the last line break is not the beginning of a line: it goes, up to the next. */
  skipLine(): void;
  /** No more bytes belong to what is held: it is a line as it is. */
  end(): void;
}

/** The rest of a longer line is dropped, and the line says so. */
const maxLineBytes = 64 * 1024;
const newline = 0x0a;
const carriageReturn = 0x0d;

/** Lines end with LF or CRLF; bytes that are no UTF-8 become U+FFFD. */
export function createLineSplitter(onLine: (line: string) => void): LineSplitter {
  const decoder = new TextDecoder('utf-8', { fatal: false, ignoreBOM: false });
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let isCut = false;
  let isSkipping = false;

  const take = (part: Uint8Array): void => {
    const room = maxLineBytes - heldBytes;
    if (part.length > room) isCut = true;
    if (room <= 0 || part.length === 0 || isSkipping) return;
    // A copy: the caller reads into the same buffer again.
    held.push(Uint8Array.from(part.subarray(0, room)));
    heldBytes += Math.min(part.length, room);
  };
  const finish = (): void => {
    const line = Buffer.concat(held);
    const suffix = isCut ? '…' : '';
    const wasSkipping = isSkipping;
    held = [];
    heldBytes = 0;
    isCut = false;
    isSkipping = false;
    if (wasSkipping) return;
    const end = line.at(-1) === carriageReturn && suffix === '' ? -1 : undefined;
    onLine(decoder.decode(line.subarray(0, end)) + suffix);
  };
  return {
    push: (bytes) => {
      let from = 0;
      for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, from)) {
        take(bytes.subarray(from, at));
        finish();
        from = at + 1;
      }
      take(bytes.subarray(from));
    },
    skipLine: () => {
      held = [];
      heldBytes = 0;
      isCut = false;
      isSkipping = true;
    },
    end: () => {
      if (heldBytes > 0) finish();
      else isSkipping = false;
    },
  };
}

import { encode } from 'uqr';

export interface QrDrawing {
  /** Of the square, in modules. */
  readonly size: number;
  /** Dark modules as one path. */
  readonly path: string;
}

/** A quiet border of four modules belongs to it: scanners look for it. */
export function drawQr(text: string): QrDrawing {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: squares.join('') };
}

import type { Colour } from './colour.ts';

/** `x` and `y` from the upper left, both in widths of the picture; `pixel` is the width of one. */
export type Painter = (x: number, y: number, pixel: number) => Colour;

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel, row by row; nothing shines through. */
  readonly rgba: Uint8Array;
}

export function paint(width: number, height: number, painter: Painter): Picture {
  const rgba = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const [red, green, blue] = painter((column + 0.5) / width, (row + 0.5) / width, 1 / width);
      rgba.set([byteOf(red), byteOf(green), byteOf(blue), 255], (row * width + column) * 4);
    }
  }
  return { width, height, rgba };
}

function byteOf(channel: number): number {
  return Math.round(Math.min(1, Math.max(0, channel)) * 255);
}

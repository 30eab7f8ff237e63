import { createRandom, hashText } from '@dropwise/kit';
import { createEmblem } from './emblems.ts';
import { encodeJpeg, encodePng } from './encode-picture.ts';
import { paint } from './picture.ts';
import { createScene } from './scenes.ts';

/** Of a side: more than any client shows. What asks for more gets that. */
const maxSide = 600;
const usualSide = 160;

/** A scene for `name`, the same in every size. */
export function drawBoxArt(name: string, width: number, height: number): Uint8Array {
  const [across, down] = [heldSide(width), heldSide(height)];
  return encodeJpeg(paint(across, down, createScene(createRandom(hashText(name)))));
}

/** An emblem for `name`. */
export function drawReward(name: string): Uint8Array {
  return encodePng(paint(usualSide, usualSide, createEmblem(createRandom(hashText(name)))));
}

function heldSide(asked: number): number {
  return Math.min(maxSide, Math.max(1, asked));
}

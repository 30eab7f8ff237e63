import { crc32, deflateSync } from 'node:zlib';
import { hashText } from '@dropwise/kit';
import { emptyAnswer, type SimAnswer } from './exchange.ts';

/** Eight by eight gray pixels: one block whose coefficients are all zero. */
const jpeg = Buffer.from(
  '/9j/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQH/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z',
  'base64',
);

/** A small real picture, its colour made from the path, so that a list of them can be told apart. */
export function answerImage(path: string): SimAnswer {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  const [red, green, blue] = colourOf(path);
  switch (ending) {
    case 'png':
      return { kind: 'answer', status: 200, contentType: 'image/png', body: squarePng(red, green, blue) };
    case 'jpg':
    case 'jpeg':
      return { kind: 'answer', status: 200, contentType: 'image/jpeg', body: jpeg };
    case 'svg': {
      const body = `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="rgb(${red},${green},${blue})"/></svg>`;
      return { kind: 'answer', status: 200, contentType: 'image/svg+xml', body };
    }
    default:
      return emptyAnswer(404);
  }
}

function colourOf(path: string): [number, number, number] {
  const hash = hashText(path);
  return [hash & 0xff, (hash >>> 8) & 0xff, (hash >>> 16) & 0xff];
}

function squarePng(red: number, green: number, blue: number): Uint8Array {
  const size = 8;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.from([0, ...Array.from({ length: size }, () => [red, green, blue]).flat()]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: size }, () => row)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, content: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, checksum]);
}

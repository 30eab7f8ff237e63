import { crc32, deflateSync } from 'node:zlib';
import jpeg from 'jpeg-js';
import type { Picture } from './picture.ts';

const jpegQuality = 88;

export function encodeJpeg({ width, height, rgba }: Picture): Uint8Array {
  return jpeg.encode({ width, height, data: rgba }, jpegQuality).data;
}

/** Eight bits a channel, without alpha. Each row is written as the difference to the one above: that is what packs. */
export function encodePng({ width, height, rgba }: Picture): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const stride = 1 + width * 3;
  const rows = Buffer.alloc(height * stride);
  for (let row = 0; row < height; row += 1) {
    rows[row * stride] = 2;
    for (let at = 0; at < width * 3; at += 1) {
      const from = (row * width + Math.floor(at / 3)) * 4 + (at % 3);
      const above = row === 0 ? 0 : (rgba[from - width * 4] ?? 0);
      rows[row * stride + 1 + at] = ((rgba[from] ?? 0) - above) & 0xff;
    }
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, checksum]);
}

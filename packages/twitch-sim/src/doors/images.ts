import { drawBoxArt, drawReward } from '../art/draw-art.ts';
import { emptyAnswer, type SimAnswer } from './exchange.ts';

/** As in `/ttv-boxart/1234-144x192.jpg`. */
const sizedPattern = /^(.*)-(\d{1,4})x(\d{1,4})\.[a-z]+$/;

/** A real picture made from the path, so that every game and every reward can be told from the next. */
export function answerImage(path: string): SimAnswer {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  switch (ending) {
    case 'png':
      return { kind: 'answer', status: 200, contentType: 'image/png', body: drawReward(path) };
    case 'jpg':
    case 'jpeg': {
      const [, name = path, width = '144', height = '192'] = sizedPattern.exec(path) ?? [];
      const body = drawBoxArt(name, Number(width), Number(height));
      return { kind: 'answer', status: 200, contentType: 'image/jpeg', body };
    }
    case 'svg': {
      const body = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>';
      return { kind: 'answer', status: 200, contentType: 'image/svg+xml', body };
    }
    default:
      return emptyAnswer(404);
  }
}

import { jsonAnswer, type SimAnswer, type SimRequest } from './exchange.ts';
import type { Service } from './service.ts';

export const controlPrefix = '/_sim/';

export function answerControl(_service: Service, _request: SimRequest): SimAnswer {
  return jsonAnswer(404, { error: { code: 'not-found', message: 'to come' } });
}

import { formatRequest } from './format-request.ts';
import type { OutgoingRequest } from './transport.ts';

/** Viewers of one playlist ask for the same things over connections of the same kind: what is sent is put together once. */
export class RequestTexts {
  readonly #texts = new WeakMap<OutgoingRequest, RequestText>();

  textOf(request: OutgoingRequest, fixedHeaders: string): string {
    const known = this.#texts.get(request);
    if (known !== undefined && known.fixedHeaders === fixedHeaders) return known.text;
    const text = formatRequest(request, fixedHeaders);
    // What has headers of its own (CMCD) is asked for once.
    if (request.extraHeaders === '') this.#texts.set(request, { fixedHeaders, text });
    return text;
  }
}

interface RequestText {
  readonly fixedHeaders: string;
  readonly text: string;
}

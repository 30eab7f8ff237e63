import { assertNever } from '@dropwise/kit';
import type { ConsentOffice } from './consent-office.ts';
import type { ConsentAnswer, ConsentQuestion } from './messages.ts';

/** The coordinator's end of one shard's gate. */
export interface ServedShard extends Disposable {
  hear(question: ConsentQuestion): void;
}

/** Answers a shard's questions, and tells it what changes, until disposed. */
export function serveShard(office: ConsentOffice, post: (answer: ConsentAnswer) => void): ServedShard {
  let isOpen = true;
  const subscription = office.subscribe((news) => {
    switch (news.kind) {
      case 'answer':
        post(news.answer);
        return;
      case 'withdrawn':
        return;
      default:
        assertNever(news);
    }
  });
  const answer = async ({ authority, throughProxy }: ConsentQuestion): Promise<void> => {
    const found = await office.answer(authority, throughProxy);
    if (isOpen) post(found);
  };
  return {
    hear: (question) => void answer(question),
    [Symbol.dispose]: () => {
      isOpen = false;
      subscription[Symbol.dispose]();
    },
  };
}

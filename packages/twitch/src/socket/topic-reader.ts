import * as v from 'valibot';
import { readShape } from '../parsing/lenient-list.ts';
import { describeShapeProblem } from '../parsing/shape-problem.ts';
import type { TopicEvent } from './topic-event.ts';

export type TopicReading =
  | { readonly kind: 'event'; readonly event: TopicEvent }
  /** A type that is none of ours. */
  | { readonly kind: 'ignored'; readonly type: string }
  | { readonly kind: 'malformed'; readonly problem: string };

/** Reads the inner message of one kind of topic; `id` is the part after the topic's dot. */
export type TopicReader = (message: unknown, id: string) => TopicReading;

type ReadMessage = <Output>(
  schema: v.GenericSchema<unknown, Output>,
  message: unknown,
  map: (output: Output) => TopicEvent,
) => TopicReading;

const typeSchema = v.object({ type: v.string() });

/** Declares a topic: one reader for each message type that matters, everything else is ignored. */
export function defineTopic(
  readers: Readonly<Record<string, (message: unknown, read: ReadMessage, id: string) => TopicReading>>,
): TopicReader {
  return (message, id) => {
    const typed = readShape(typeSchema, message, '');
    if (!typed.ok) return { kind: 'malformed', problem: describeShapeProblem(typed.failure) };
    const { type } = typed.value;
    const reader = Object.hasOwn(readers, type) ? readers[type] : undefined;
    return reader === undefined ? { kind: 'ignored', type: type.slice(0, 80) } : reader(message, readMessage, id);
  };
}

function readMessage<Output>(
  schema: v.GenericSchema<unknown, Output>,
  message: unknown,
  map: (output: Output) => TopicEvent,
): TopicReading {
  const parsed = readShape(schema, message, '');
  return parsed.ok
    ? { kind: 'event', event: map(parsed.value) }
    : { kind: 'malformed', problem: describeShapeProblem(parsed.failure) };
}

import { type Clock, RingBuffer } from '@dropwise/kit';

export interface OperationRecord {
  readonly name: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly outcome: 'data' | 'errors';
}

export interface HttpRecord {
  readonly kind: 'http';
  readonly seq: number;
  /** Epoch ms. */
  readonly at: number;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  /** The simulator's name for what answers: `gql`, `token`, `track`, … */
  readonly route: string;
  /** Null when no answer was given. */
  readonly status: number | null;
  readonly operations: readonly OperationRecord[];
}

export interface FrameRecord {
  readonly kind: 'frame';
  readonly seq: number;
  readonly at: number;
  /** `pubsub` or `hermes`. */
  readonly dialect: string;
  /** `socket-3`. */
  readonly socket: string;
  /** `LISTEN`, `PING`, `subscribe`, … */
  readonly type: string;
  readonly topics: readonly string[];
  /** Empty when it was accepted. */
  readonly error: string;
}

export type RequestRecord = HttpRecord | FrameRecord;
type WithoutPlace<Value> = Value extends RequestRecord ? Omit<Value, 'seq' | 'at'> : never;
export type NewRecord = WithoutPlace<RequestRecord>;

/** Every field that is given must match. */
export interface RequestSpec {
  readonly method?: string;
  readonly path?: string;
  readonly route?: string;
  readonly operation?: string;
  readonly status?: number;
  /** A socket frame's type. */
  readonly frame?: string;
  readonly topic?: string;
}

export type RequestMatcher = RequestSpec | ((record: RequestRecord) => boolean);

export interface Expectation {
  /** Records from this sequence number on; default for `waitForRequest` is the next one, for `assertReceived` the first. */
  readonly since?: number;
}

interface Waiter {
  readonly matches: (record: RequestRecord) => boolean;
  readonly resolve: (record: RequestRecord) => void;
}

const capacity = 10_000;
const maxWaiters = 100;

/** What was asked, newest ten thousand; and expectations about it that fail at the line that made them. */
export class RequestLog {
  readonly #clock: Clock;
  readonly #records = new RingBuffer<RequestRecord>(capacity);
  readonly #waiters = new Set<Waiter>();
  #seq = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The sequence number that the next record gets. */
  get nextSeq(): number {
    return this.#seq;
  }

  get droppedCount(): number {
    return this.#records.droppedCount;
  }

  add(record: NewRecord): void {
    const placed = { ...record, seq: this.#seq++, at: this.#clock.now() } as RequestRecord;
    this.#records.push(placed);
    for (const waiter of this.#waiters) {
      if (!waiter.matches(placed)) continue;
      this.#waiters.delete(waiter);
      waiter.resolve(placed);
    }
  }

  /** Oldest first. */
  list(matcher: RequestMatcher = {}): RequestRecord[] {
    return this.#records.toArray().filter(predicateOf(matcher));
  }

  /** The first match, now or until `timeoutMs` on the clock; the rejection's stack is the caller's. */
  wait(
    matcher: RequestMatcher,
    { since = this.#seq, timeoutMs = 60_000 }: Expectation & { timeoutMs?: number } = {},
  ): Promise<RequestRecord> {
    const matches = predicateOf(matcher);
    const found = this.#records.toArray().find((record) => record.seq >= since && matches(record));
    if (found !== undefined) return Promise.resolve(found);
    const failure = expectationError(this.wait, `expected a request like ${describe(matcher)} within ${timeoutMs} ms`);
    if (this.#waiters.size >= maxWaiters)
      throw new Error(`expected at most ${maxWaiters} expectations at once; let some be met first`);
    return new Promise((resolve, reject) => {
      const deadline = this.#clock.deadline(timeoutMs, () => {
        this.#waiters.delete(waiter);
        failure.message += `, found ${this.#seen(since)}; see what the client did instead`;
        reject(failure);
      });
      const waiter: Waiter = {
        matches,
        resolve: (record) => {
          deadline.cancel();
          resolve(record);
        },
      };
      this.#waiters.add(waiter);
    });
  }

  /** The matches so far, `times` of them or at least one; throws with the caller's stack otherwise. */
  assert(matcher: RequestMatcher, { since = 0, times }: Expectation & { times?: number } = {}): RequestRecord[] {
    const found = this.list(matcher).filter((record) => record.seq >= since);
    const isMet = times === undefined ? found.length > 0 : found.length === times;
    if (isMet) return found;
    const wanted = times === undefined ? 'at least one request' : `${times} request${times === 1 ? '' : 's'}`;
    throw expectationError(
      this.assert,
      `expected ${wanted} like ${describe(matcher)}, found ${found.length} among ${this.#seen(since)}; see what the client did instead`,
    );
  }

  #seen(since: number): string {
    const records = this.#records.toArray().filter((record) => record.seq >= since);
    const last = records.slice(-8).map(title).join(', ');
    return records.length === 0 ? 'no request at all' : `${records.length} requests (last: ${last})`;
  }
}

export function predicateOf(matcher: RequestMatcher): (record: RequestRecord) => boolean {
  if (typeof matcher === 'function') return matcher;
  return (record) => (record.kind === 'http' ? matchesHttp(record, matcher) : matchesFrame(record, matcher));
}

function matchesHttp(
  record: HttpRecord,
  { method, path, route, operation, status, frame, topic }: RequestSpec,
): boolean {
  if (frame !== undefined || topic !== undefined) return false;
  return (
    (method === undefined || record.method === method) &&
    (path === undefined || record.path === path) &&
    (route === undefined || record.route === route) &&
    (status === undefined || record.status === status) &&
    (operation === undefined || record.operations.some(({ name }) => name === operation))
  );
}

function matchesFrame(
  record: FrameRecord,
  { method, path, route, operation, status, frame, topic }: RequestSpec,
): boolean {
  if ([method, path, route, operation, status].some((field) => field !== undefined)) return false;
  return (frame === undefined || record.type === frame) && (topic === undefined || record.topics.includes(topic));
}

/** The stack starts at the caller of `above`, whose line the failure is about. */
function expectationError(above: (...args: never[]) => unknown, message: string): Error {
  const error = new Error(message);
  error.name = 'ExpectationError';
  Error.captureStackTrace(error, above);
  return error;
}

function describe(matcher: RequestMatcher): string {
  return typeof matcher === 'function' ? matcher.toString().slice(0, 120) : JSON.stringify(matcher);
}

function title(record: RequestRecord): string {
  if (record.kind === 'frame') return `${record.type} ${record.topics.length}`;
  return record.operations.length > 0
    ? record.operations.map(({ name }) => name).join('+')
    : `${record.method} ${record.path}`;
}

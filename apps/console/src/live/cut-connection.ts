import type { ServerResponse } from 'node:http';
import type { Socket } from 'socket.io';

/**
 * Ends a connection without waiting for the other side, and gives back at once what was to be sent to it: an orderly close would
 * first wait until a peer that does not read has read everything.
 */
export function cutConnection(connection: Socket['conn'], polls: PendingPolls): void {
  const transport: object = connection.transport;
  const id = idOf(connection);
  connection.close(true);
  if ('socket' in transport && canTerminate(transport.socket)) transport.socket.terminate();
  if (id !== null) polls.cut(id);
}

/** Answers to polls that are on their way, by the id of their connection. */
export class PendingPolls {
  readonly #answers = new Map<string, ServerResponse>();

  add(connectionId: string, answer: ServerResponse): void {
    this.#answers.set(connectionId, answer);
    answer.once('close', () => {
      if (this.#answers.get(connectionId) === answer) this.#answers.delete(connectionId);
    });
  }

  /** One that has left is not in here any more: behind a proxy its line may serve somebody else by now. */
  cut(connectionId: string): void {
    this.#answers.get(connectionId)?.destroy();
  }
}

function idOf(connection: object): string | null {
  return 'id' in connection && typeof connection.id === 'string' ? connection.id : null;
}

function canTerminate(socket: unknown): socket is { terminate(): void } {
  return (
    typeof socket === 'object' && socket !== null && 'terminate' in socket && typeof socket.terminate === 'function'
  );
}

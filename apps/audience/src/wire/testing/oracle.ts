import { request } from 'node:http';

/** What a reader made of an answer: its status and body, or nothing that can be used. */
export type Reading = { readonly status: number; readonly body: string } | null;

/** How Node's own client reads what a server on loopback sends. What comes behind a whole answer does not undo it. */
export function readByNode(port: number, path: string): Promise<Reading> {
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, path, agent: false, maxHeaderSize: 32 * 1024 }, (response) => {
      let body = '';
      const resolveRead = (): void => {
        for (let held: unknown = response.read(); Buffer.isBuffer(held); held = response.read()) {
          body += held.toString('latin1');
        }
        resolve(response.complete ? { status: response.statusCode ?? 0, body } : null);
      };
      response.on('readable', () => {
        const bytes: unknown = response.read();
        if (Buffer.isBuffer(bytes)) body += bytes.toString('latin1');
      });
      response.on('end', resolveRead);
      response.on('error', resolveRead);
      asked.on('error', resolveRead);
    });
    asked.on('upgrade', (_response, socket) => {
      socket.destroy();
      resolve(null);
    });
    asked.on('error', () => {
      if (asked.listenerCount('error') === 1) resolve(null);
    });
    asked.end();
  });
}

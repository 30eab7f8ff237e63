/** Waits for what sockets bring about; a test's own time limit ends a wait that has no end. */
export async function condition(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

/** Tells that something changed, once for all that changes within one turn of the event loop. */
export interface ChangeSignal {
  mark(id: string): void;
  onChange(listener: (id: string) => void): Disposable;
}

/** `onFailure` hears of a listener that throws; the others are told all the same. */
export function createChangeSignal(onFailure: (error: unknown) => void): ChangeSignal {
  const listeners = new Set<(id: string) => void>();
  const marked = new Set<string>();
  const tellAll = (): void => {
    const ids = [...marked];
    marked.clear();
    for (const id of ids) {
      for (const listener of [...listeners]) {
        try {
          listener(id);
        } catch (error) {
          onFailure(error);
        }
      }
    }
  };
  return {
    mark: (id) => {
      if (marked.size === 0) setImmediate(tellAll);
      marked.add(id);
    },
    onChange: (listener) => {
      // Its own function: the same listener may be given twice.
      const own = (id: string): void => listener(id);
      listeners.add(own);
      return { [Symbol.dispose]: () => void listeners.delete(own) };
    },
  };
}

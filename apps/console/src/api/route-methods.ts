/** Which methods a path answers to, so that a wrong one can be told from a wrong path. */
export interface RouteMethods {
  /** `/api/children/:id` */
  note(pattern: string, methods: readonly string[]): void;
  /** Empty = there is nothing at this path. */
  at(path: string): readonly string[];
}

/** As many entries as there are routes. Routes that end in `*` take everything and tell nothing: they are left out. */
export function createRouteMethods(): RouteMethods {
  const routes = new Map<string, { readonly parts: readonly string[]; readonly methods: Set<string> }>();
  return {
    note: (pattern, methods) => {
      if (pattern.includes('*')) return;
      const route = routes.get(pattern) ?? { parts: pattern.split('/'), methods: new Set<string>() };
      for (const method of methods) route.methods.add(method);
      routes.set(pattern, route);
    },
    at: (path) => {
      const parts = path.split('/');
      const fitting = [...routes.values()].filter((route) => fits(route.parts, parts));
      return [...new Set(fitting.flatMap((route) => [...route.methods]))].sort();
    },
  };
}

function fits(pattern: readonly string[], parts: readonly string[]): boolean {
  if (pattern.length !== parts.length) return false;
  return pattern.every((part, index) => (part.startsWith(':') ? parts[index] !== '' : part === parts[index]));
}

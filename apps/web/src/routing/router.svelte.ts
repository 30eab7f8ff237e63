import { matchRoute, type Place } from './match-route.ts';

let basePath = '/';

class Router {
  place = $state.raw<Place>({ name: 'now', params: {}, query: new URLSearchParams() });
  #isArriving = false;

  /** Somebody went to another screen, which may have to be loaded first. */
  setOut(): void {
    this.#isArriving = true;
  }

  /** The screen is there: a screen reader begins at it, not where the link was. */
  arrived(): void {
    if (!this.#isArriving) return;
    this.#isArriving = false;
    document.querySelector<HTMLElement>('main h1')?.focus();
  }
}
export const router = new Router();

/** Follows the address; links inside the console are taken over, so that nothing is loaded anew. */
export function startRouter(path: string): void {
  basePath = path.endsWith('/') ? path : `${path}/`;
  const read = (): void => {
    const { pathname, search } = window.location;
    const below = pathname.startsWith(basePath) ? pathname.slice(basePath.length - 1) : '/';
    router.place = matchRoute(below.replace(/(.)\/$/, '$1'), search);
  };
  window.addEventListener('popstate', read);
  document.addEventListener('click', (event) => {
    const address = insideOf(event);
    if (address === null) return;
    event.preventDefault();
    goTo(address);
  });
  read();
}

/**
 * `campaigns?state=active`, relative to the console. `replace`: the back button does not stop here. `stay`: only a part of
 * the screen changes, and neither scroll nor focus is moved.
 */
export function goTo(address: string, options: { readonly replace?: boolean; readonly stay?: boolean } = {}): void {
  const url = new URL(address, document.baseURI);
  const before = `${window.location.pathname}`;
  const nameBefore = router.place.name;
  if (options.replace === true) window.history.replaceState(null, '', url);
  else window.history.pushState(null, '', url);
  window.dispatchEvent(new PopStateEvent('popstate'));
  if (before !== url.pathname && options.stay !== true) {
    window.scrollTo(0, 0);
    router.setOut();
    // Another part of the same screen: nothing is loaded for it.
    if (router.place.name === nameBefore) requestAnimationFrame(() => router.arrived());
  }
}

/** Changes parts of the query and leaves the rest; null takes one out. */
export function setQuery(changes: Readonly<Record<string, string | null>>): void {
  const query = new URLSearchParams(router.place.query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  window.history.replaceState(null, '', `${window.location.pathname}${text === '' ? '' : `?${text}`}`);
  router.place = { ...router.place, query };
}

function insideOf(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || link.target !== '' || link.hasAttribute('download') || link.origin !== window.location.origin)
    return null;
  const isPage =
    link.pathname.startsWith(basePath) && !/^(?:api|metrics|socket\.io)\b/.test(link.pathname.slice(basePath.length));
  return isPage ? link.href : null;
}

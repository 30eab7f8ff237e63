import type uPlot from 'uplot';
import styleAddress from 'uplot/dist/uPlot.min.css?url';

let loading: Promise<typeof uPlot> | null = null;

/** uPlot and its style, when the first chart is drawn: who never opens one does not load it. */
export function loadPlot(): Promise<typeof uPlot> {
  mendLanguage();
  loading ??= Promise.all([import('uplot'), addStyle(new URL(styleAddress, import.meta.url).href)]).then(
    ([{ default: plot }]) => plot,
  );
  // What failed is tried again by the next chart.
  loading.catch(() => {
    loading = null;
  });
  return loading;
}

/**
 * uPlot makes a number format of the browser's own language when it is loaded, and throws where that is none: a Chromium in
 * the C locale says `en-US@posix`. The axes are written by the page's own language all the same.
 */
function mendLanguage(): void {
  try {
    new Intl.NumberFormat(navigator.language);
  } catch {
    Object.defineProperty(navigator, 'language', { value: 'en', configurable: true });
  }
}

function addStyle(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = address;
    link.onload = () => resolve();
    link.onerror = () => {
      link.remove();
      reject(new Error('The style of the charts could not be loaded.'));
    };
    document.head.append(link);
  });
}

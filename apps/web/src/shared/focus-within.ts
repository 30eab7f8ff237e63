import type { Attachment } from 'svelte/attachments';

/** Says when the focus comes into an element and when it has left it; another window in front is no leaving. */
export function focusWithin(onchange: (isInside: boolean) => void): Attachment<HTMLElement> {
  return (element) => {
    let isInside = false;
    const become = (next: boolean): void => {
      if (next === isInside) return;
      isInside = next;
      onchange(next);
    };
    const left = ({ relatedTarget }: FocusEvent): void => {
      const goesTo =
        relatedTarget instanceof Node ? relatedTarget : document.hasFocus() ? null : document.activeElement;
      // What has the focus may be taken out while the page is drawn, and nothing may change in the middle of that.
      if (!element.contains(goesTo)) queueMicrotask(() => become(false));
    };
    const entered = (): void => become(true);
    element.addEventListener('focusin', entered);
    element.addEventListener('focusout', left);
    return () => {
      element.removeEventListener('focusin', entered);
      element.removeEventListener('focusout', left);
    };
  };
}

import type { Attachment } from 'svelte/attachments';

const tellers = new Map<Element, (batch: number) => void>();
let observer: IntersectionObserver | null = null;
let batch = 0;

function observe(node: Element): void {
  observer ??= new IntersectionObserver(
    (entries) => {
      batch += 1;
      for (const { target, isIntersecting } of entries)
        tellers.get(target)?.(isIntersecting ? batch : 0);
    },
    { rootMargin: '50% 0px' },
  );
  observer.observe(node);
}

/**
 * Tells whether an element is in view or within half a screen of it: 0 if not, else the number of the
 * batch in which it came near, the later the higher.
 */
export const nearViewport =
  (tell: (batch: number) => void): Attachment =>
  (node) => {
    tellers.set(node, tell);
    observe(node);
    return () => {
      tellers.delete(node);
      observer?.unobserve(node);
    };
  };

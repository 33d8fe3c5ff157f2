/**
 * Keys of a chip and its panel: arrows, Home and End walk the boxes, Escape closes and gives the
 * focus back to the chip, and so does a click outside without taking the focus. Attach to `details`.
 */
export function panelKeys(details: HTMLDetailsElement): () => void {
  const summary = details.querySelector('summary');
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && details.open) {
      details.open = false;
      summary?.focus();
      event.stopPropagation();
      return;
    }
    const boxes = [...details.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
    const at = boxes.indexOf(document.activeElement as HTMLInputElement);
    const first = event.target === summary && details.open && event.key === 'ArrowDown';
    if (at < 0 && !first) return;
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: boxes.length - 1,
    }[event.key];
    const next = to === undefined ? undefined : boxes[to];
    if (to === undefined) return;
    event.preventDefault();
    next?.focus();
  };
  const outside = ({ target }: Event) => {
    if (details.open && target instanceof Node && !details.contains(target)) details.open = false;
  };
  details.addEventListener('keydown', keys);
  document.addEventListener('pointerdown', outside);
  return () => {
    details.removeEventListener('keydown', keys);
    document.removeEventListener('pointerdown', outside);
  };
}

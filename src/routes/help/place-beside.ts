/** Pixels to the edge of the window, and between a word and what belongs to it. */
const [edge, gap] = [8, 4];

/** Puts `box`, of fixed position, under `word`, or above it where there is no room below. */
export function placeBeside(word: HTMLElement, box: HTMLElement): void {
  const at = word.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const left = Math.max(edge, Math.min(at.left, clientWidth - width - edge));
  const below = at.bottom + gap;
  const above = at.top - gap - height;
  const top = below + height > clientHeight - edge && above >= edge ? above : below;
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}

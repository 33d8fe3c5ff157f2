const inputs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'scroll'] as const;

/**
 * Calls `onIdle` once no input came for so many milliseconds. A computer that slept meanwhile counts:
 * the first input after it does not save the screen. Answers how to stop.
 */
export function whenIdle(milliseconds: number, onIdle: () => void): () => void {
  let last = Date.now();
  let timer: ReturnType<typeof setTimeout>;
  const look = () => {
    clearTimeout(timer);
    const left = last + milliseconds - Date.now();
    if (left <= 0) onIdle();
    else timer = setTimeout(look, left);
  };
  const input = () => {
    if (Date.now() - last >= milliseconds) look();
    else last = Date.now();
  };
  timer = setTimeout(look, milliseconds);
  for (const name of inputs) addEventListener(name, input, { capture: true, passive: true });
  document.addEventListener('visibilitychange', look);
  return () => {
    clearTimeout(timer);
    for (const name of inputs) removeEventListener(name, input, { capture: true });
    document.removeEventListener('visibilitychange', look);
  };
}

interface Waiting {
  readonly batch: number;
  readonly start: () => Promise<void>;
}

let waiting: Waiting[] = [];
let running = false;

/**
 * Figures one at a time, so that the first of them is there soon: the newest batch (what came into
 * view last) goes first, each batch in the order it was asked in. Answers a function that gives the
 * turn back if it has not begun.
 */
export function inTurn(batch: number, start: () => Promise<void>): () => void {
  const one = { batch, start };
  waiting.push(one);
  void next();
  return () => {
    waiting = waiting.filter((other) => other !== one);
  };
}

async function next(): Promise<void> {
  if (running) return;
  running = true;
  // Tiles that come into view together ask together: wait for all of them.
  await Promise.resolve();
  while (waiting.length > 0) {
    const newest = Math.max(...waiting.map(({ batch }) => batch));
    const one = waiting.find(({ batch }) => batch === newest)!;
    waiting = waiting.filter((other) => other !== one);
    await one.start();
  }
  running = false;
}

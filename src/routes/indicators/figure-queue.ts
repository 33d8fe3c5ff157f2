interface Waiting {
  readonly batch: number;
  readonly start: () => Promise<void>;
}

let waiting: Waiting[] = [];
let running = false;

/** What is done while no figure is asked for. */
interface Idle {
  readonly job: (signal: AbortSignal) => Promise<void>;
  abort: AbortController;
  timer: ReturnType<typeof setTimeout> | undefined;
}
let idle: Idle | null = null;

/** Milliseconds without a figure after which the page counts as idle. */
const pauseMs = 1500;

/**
 * Does a job once no figure has been asked for for a while; a figure that is asked for stops it, and it
 * begins again after that. Answers a function that ends it.
 */
export function whenIdle(job: Idle['job']): () => void {
  const own: Idle = { job, abort: new AbortController(), timer: undefined };
  stopIdle();
  idle = own;
  startIdle();
  return () => {
    if (idle !== own) return;
    stopIdle();
    idle = null;
  };
}

function stopIdle(): void {
  if (!idle) return;
  clearTimeout(idle.timer);
  idle.abort.abort();
}

function startIdle(): void {
  if (!idle || running) return;
  const own = idle;
  own.abort = new AbortController();
  own.timer = setTimeout(() => {
    // It only saves time: what is wrong with it shows when a figure asks for the same.
    own.job(own.abort.signal).catch(() => undefined);
  }, pauseMs);
}

/**
 * Figures one at a time, so that the first of them is there soon: the newest batch (what came into
 * view last) goes first, each batch in the order it was asked in. Answers a function that gives the
 * turn back if it has not begun.
 */
export function inTurn(batch: number, start: () => Promise<void>): () => void {
  const one = { batch, start };
  waiting.push(one);
  stopIdle();
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
  startIdle();
}

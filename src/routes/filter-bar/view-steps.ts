/** One change of the view: what it was called, and the view after it as a fragment. */
interface Step {
  readonly name: string;
  readonly fragment: string;
}

/** The changes of the view since the page was opened; `at` is the one that is shown. */
export interface ViewSteps {
  readonly steps: readonly Step[];
  readonly at: number;
}

/** More steps than anybody walks back; the oldest are forgotten first. */
const most = 200;

/** A history that begins with a view. */
export const begin = (fragment: string, name: string): ViewSteps => ({
  steps: [{ name, fragment }],
  at: 0,
});

/**
 * Takes a view that the address now shows. The neighbour of the step that is shown means a way back
 * or forth, so nothing is lost; any other view is a new step, and the steps that were undone go.
 */
export function arrive(history: ViewSteps, fragment: string, name: string): ViewSteps {
  const { steps, at } = history;
  if (steps[at]?.fragment === fragment) return history;
  for (const near of [at - 1, at + 1])
    if (steps[near]?.fragment === fragment) return { steps, at: near };
  const kept = [...steps.slice(0, at + 1), { name, fragment }].slice(-most);
  return { steps: kept, at: kept.length - 1 };
}

/** The history at another of its steps; unchanged where there is none. */
export const goTo = (history: ViewSteps, at: number): ViewSteps =>
  history.steps[at] ? { ...history, at } : history;

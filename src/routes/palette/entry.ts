import type { Named } from './ranked';

/** What is asked before something that cannot be undone. */
interface Question {
  readonly text: string;
  readonly yes: string;
  readonly no: string;
}

/** One thing that the search can open or do. */
export interface Entry extends Named {
  readonly kind: 'page' | 'action' | 'indicator' | 'term';
  /** Beside the name: what an undo would undo, which view is shown. */
  readonly note?: string;
  /** Asked before `act`. */
  readonly question?: Question;
  /** Said once it is done, where the page does not change by it. */
  readonly said?: string;
  act(): void;
}

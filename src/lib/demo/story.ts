import type { CaseFile } from './case-file';
import { writeMoment } from './case-file';
import type { Child } from './child';
import type { Draw } from './draw';
import { dateText } from './calendar';
import type { DemoRow } from './table-writer';

/** What happens to one child: the draws, the files, and where rows go. */
export interface Story {
  readonly draw: Draw;
  readonly child: Child;
  readonly files: readonly [CaseFile, ...CaseFile[]];
  /** What is true of the child, whichever file knows it. */
  readonly traits: DemoRow;
  /** Presumed or identified in at least one file. */
  readonly registered: boolean;
  /** Last moment at which anything is known of the child. */
  readonly end: number;
  /** The next key of a table, unique in the dataset. */
  nextKey(letter: string): string;
  write(table: string, row: DemoRow): void;
}

/** A moment with its clock where known; nothing after the end of what is known. */
export const hourly = (story: Story, moment: number | null): string | undefined =>
  moment === null || moment > story.end ? undefined : writeMoment(story.draw, story.child, moment);

/** A moment by its day; nothing after the end of what is known. */
export const daily = (story: Story, moment: number | null): string | undefined =>
  moment === null || moment > story.end ? undefined : dateText(moment);

/** Yes or no with the labels of absence that real files carry. */
export const yesNo = (draw: Draw, yes: number, no: number): string =>
  draw.weighted([['yes', yes], ['no', no], ['unknown', 8], ['', 5], ['not_asked', 3]]); // prettier-ignore

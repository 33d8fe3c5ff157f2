import type { Reader } from '../reader';
import type { Block } from './order';

/** The entrances: what they are called and how each may read the page. */
export const readerWords: Record<Reader, { readonly name: string; readonly help: string }> = {
  analyst: {
    name: 'Analyst',
    help: 'In the order of a child’s path, not of size. Check base, period and cautions before a number goes into a text.',
  },
  advocacy: {
    name: 'Advocacy',
    help: 'Begins with children who may be overlooked, go missing or are locked up. Quote a number with its base and its caution; a number nobody collects is a finding too.',
  },
  donor: {
    name: 'Donor',
    help: 'Begins with funding, time to support, aftercare and needs. A head count says who was seen, not what changed for a child, and figures side by side show no cause.',
  },
};

/** Headings of the standing blocks, with what each is for. */
export const blockWords: Record<Block, { readonly name: string; readonly asks: string }> = {
  overlooked: {
    name: 'Who may be overlooked',
    asks: 'Absence of data is not absence of children: a low or missing number may mean that nobody looked, asked or wrote it down.',
  },
  waiting: {
    name: 'Children still waiting',
    asks: 'Who had not got what they waited for at fixed times, counting those who never did.',
  },
  'cannot-tell': {
    name: 'What these data cannot tell',
    asks: 'Read every figure above with this.',
  },
};

/** Other words of the overview. */
export const words = {
  title: 'Overview',
  readAs: 'Read as',
  onThisPage: 'On this page',
  needsData: 'The three blocks on overlooked children, waiting and limits need data.',
  notPrinted: 'Not computed: this figure was not in view on the screen before printing.',
  computing: 'Computing…',
  notCollected: 'not collected',
  leftOut:
    'Left out under this filter: special-category information is never combined with region.',
  waitCaveat:
    'Not reached by then also holds children for whom something else ended the wait first, such as leaving the country or turning 18.',
  completedCaveat:
    'Times of finished cases alone are shorter than the truth, because they leave out every child who still waits; they are not used here.',
  waitCounts: 'Numbers of children still waiting are shown in Working view only.',
} as const;

import type { Period } from '$lib/measure/period';

/** The words of the filter bar, one object so that a message file can take its place. */
export const words = {
  bar: 'Filters and breakdowns',
  inUse: (count: number) => `${count} in use`,
  all: 'all',
  period: 'Period',
  cut: 'Cut time',
  from: 'From month',
  to: 'To month',
  startMonth: 'First month of the financial year',
  endMonth: 'Last month of the year',
  incomplete:
    'A period that the files do not wholly cover is marked [m] and is not compared with others.',
  only: 'Only',
  countsWorking: 'Children registered under the other filters, true values.',
  countsRelease:
    'Children registered under the other filters, protected like every figure: [c] is withheld.',
  counting: 'Counting…',
  notCounted: 'Counts are not given here',
  barred:
    'In Release view, special-category information and region are never used together: no counts.',
  noneMet: 'The files hold no code of this kind.',
  more: 'More filters',
  fewer: 'Fewer filters',
  clear: 'Clear filters',
  breakDown: 'Break down by',
  oneEach: 'One figure for each',
  nothing: 'nothing',
  definition: 'Definition: the first is the default',
  notAbout: 'Filters on children do not apply here: these figures are not about children.',
  shown: 'Shown:',
  withheld: 'Withheld under these filters.',
  withheldWhy:
    'The group that is left is small, or the figure would reveal a small one. Every figure is checked on its own, so a wider choice may show more.',
} as const;

/** The words of the steps back and of the views with names. */
export const historyWords = {
  undo: 'Undo',
  redo: 'Redo',
  undone: (name: string) => `Undone: ${name}`,
  redone: (name: string) => `Done again: ${name}`,
  wentTo: (name: string) => `Back to: ${name}`,
  steps: 'Steps',
  stepsLegend: 'Changes of the view, the latest last',
  here: 'shown now',
  views: 'Views',
  name: 'Name of this view',
  keep: 'Keep this view',
  none: 'No view is kept yet.',
  remove: (name: string) => `Remove ${name}`,
  save: 'Save the views to a file',
  open: 'Open a file of views',
  kept: 'Views are kept in this tab only, until it is closed. The file holds names and choices, no figure.',
} as const;

/** Names of the ways to cut time, in the order of the choice. */
export const kinds: readonly (readonly [Period['kind'], string])[] = [
  ['all', 'Together'],
  ['year', 'By year'],
  ['half', 'By half-year'],
  ['quarter', 'By quarter'],
  ['month', 'By month'],
  ['financial', 'By financial year'],
  ['ending', 'By year ending in'],
  ['rolling', 'By twelve months back from the last month'],
];

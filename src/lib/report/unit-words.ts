import type { Measure } from '$lib/schema/indicator';
import type { Text } from '$lib/schema/text';

/** Units of numbers, those of rows whose base was chosen included, as written beside the caption of a table. */
export const unitWords: Record<Measure['unit'] | 'per 100,000 residents', Text> = {
  children: { en: 'Children', nb: 'Barn' },
  persons: { en: 'Persons', nb: 'Personer' },
  records: { en: 'Records', nb: 'Saker' },
  spells: { en: 'Spells', nb: 'Opphold' },
  needs: { en: 'Needs', nb: 'Behov' },
  share: { en: 'Per cent', nb: 'Prosent' },
  hours: { en: 'Hours or days', nb: 'Timer eller dager' },
  days: { en: 'Days', nb: 'Dager' },
  years: { en: 'Years', nb: 'År' },
  months: { en: 'Months', nb: 'Måneder' },
  'children per month': { en: 'Children per month', nb: 'Barn per måned' },
  gaps: { en: 'Gaps', nb: 'Perioder uten penger' },
  'events per child': { en: 'Events per child', nb: 'Hendelser per barn' },
  'per 100 child-months': { en: 'Per 100 child-months', nb: 'Per 100 barnemåneder' },
  'per 100,000 children': { en: 'Per 100,000 children', nb: 'Per 100\u202F000 barn' },
  'per 100,000 residents': { en: 'Per 100,000 residents', nb: 'Per 100\u202F000 innbyggere' },
  items: { en: 'Items', nb: 'Punkter' },
  'score 0–3': { en: 'Score from 0 to 3', nb: 'Poeng fra 0 til 3' },
};

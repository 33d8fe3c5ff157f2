import type { Words } from '../words-in';

const en = {
  caption: 'Portfolio of programmes',
  region: 'Table: Portfolio of programmes',
  programme: 'Programme',
  status: 'Show',
  all: 'All programmes',
  shown: (some: number, all: number) => `${some} of ${all} programmes shown.`,
  unsorted: 'Order of the files.',
  sorted: (column: string, down: boolean) =>
    `Sorted by ${column}, ${down ? 'downwards' : 'upwards'}; what has no number stands last.`,
  plan: 'On plan:',
  planMeans: 'money for direct care is signed for the 12 months after the data, without a gap.',
  ahead: 'Gap ahead:',
  aheadMeans: 'it ends or has a gap within them, or has ended already.',
  none: 'No data:',
  noneMeans:
    'no grant is known to pay direct care. Children per month: the mean of the months, shown only where every one of them may be shown; a month with one unfunded day or more is an unfunded month, one before the first or after the last grant neither. Not a ranking: programmes differ in whom they serve. [c] withheld to protect children · [x] not available.',
};

const nb: typeof en = {
  caption: 'Portefølje av tiltak',
  region: 'Tabell: Portefølje av tiltak',
  programme: 'Tiltak',
  status: 'Vis',
  all: 'Alle tiltak',
  shown: (some, all) => `${some} av ${all} tiltak vist.`,
  unsorted: 'Rekkefølgen er som i filene.',
  sorted: (column, down) =>
    `Sortert etter ${column}, ${down ? 'synkende' : 'stigende'}; det som ikke har tall, står sist.`,
  plan: 'Etter planen:',
  planMeans: 'Penger til direkte omsorg er avtalt for de 12 månedene etter dataene, uten opphold.',
  ahead: 'Opphold foran:',
  aheadMeans: 'Pengene tar slutt eller har et opphold i løpet av dem, eller har alt tatt slutt.',
  none: 'Ingen data:',
  noneMeans:
    'Det er ikke kjent at noe tilskudd betaler direkte omsorg. Barn per måned: gjennomsnittet av månedene, vist bare der hver av dem kan vises. En måned med minst én dag uten penger er en måned uten penger; en måned før det første eller etter det siste tilskuddet er ingen av delene. Ikke en rangering: Tiltakene er til for ulike barn. [c] holdt tilbake for å verne barn · [x] ikke tilgjengelig.',
};

/** The words of the portfolio; they are said in the language of figures. */
export const portfolioWords: Words<typeof en> = { en, nb };

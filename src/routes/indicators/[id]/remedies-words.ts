import type { Loss } from '$lib/measure/remedies';
import { breakdownLabel, codesOf } from '$lib/schema/breakdowns';
import type { Breakdown } from '$lib/schema/indicator';
import type { Language } from '$lib/schema/text';
import type { Words } from '../../words-in';

const label = (column: Breakdown, language: Language) =>
  breakdownLabel(column)[language].toLocaleLowerCase('nb');
const several = (words: readonly string[], language: Language) =>
  new Intl.ListFormat(language === 'nb' ? 'nb-NO' : 'en-GB', { type: 'conjunction' }).format(words);
const labels = (columns: readonly Breakdown[], language: Language) =>
  several(
    columns.map((column) => label(column, language)),
    language,
  );
const codes = (column: Breakdown, wanted: readonly string[], language: Language) =>
  several(
    (codesOf(column) ?? [])
      .filter(({ code }) => wanted.includes(code))
      .map((one) => one.label[language]),
    language,
  );

const en = {
  title: 'Ways to show more',
  most: 'Most of this figure is withheld. Each of these other views was computed, and its numbers were counted; zeros are not.',
  some: 'Other views of this figure may show more. Each is computed before it is listed, and zeros are not counted.',
  look: 'Look for ways to show more',
  trying: (at: string, of: string) => `Trying view ${at} of ${of} …`,
  cancel: 'Cancel',
  cancelled: 'Cancelled.',
  failed: 'The other views could not be computed.',
  none: 'No other view of this figure shows more.',
  name: (loss: Loss): string => {
    if (loss.is === 'periods')
      return { all: 'all periods together', year: 'whole years', quarter: 'quarters' }[
        loss.kind as string
      ]!;
    if (loss.is === 'bands')
      return `${label(loss.column, 'en')}: ${codes(loss.column, loss.codes, 'en')} as one group`;
    if (loss.is === 'crossing') return `${labels(loss.columns, 'en')} each by itself`;
    if (loss.is === 'breakdown') return `without the breakdown by ${labels(loss.columns, 'en')}`;
    if (loss.is === 'regions') return 'the country instead of regions';
    return `without the filter on ${label(loss.column, 'en')}`;
  },
  loses: (loss: Loss): string => {
    if (loss.is === 'periods')
      return loss.kind === 'all' ? 'the single periods' : 'the shorter periods';
    if (loss.is === 'bands') return 'what is inside that group, and the others';
    if (loss.is === 'crossing') return 'how they go together';
    if (loss.is === 'breakdown') return 'that breakdown';
    if (loss.is === 'regions') return 'the regions';
    return 'that filter, so it is about more children';
  },
  outcome: (shown: string, of: string, further: string, loses: readonly string[]) =>
    `Shows ${shown} of ${of} numbers, ${further} of them not on this page; loses ${several(loses, 'en')}.`,
  apply: 'Show it this way',
  words: 'words instead of numbers',
  wordsOutcome:
    'Says where a number is withheld and leaves the numbers that are shown as they are. A share has its limits where they follow from the other numbers shown. A band such as “under 20” is not offered: it would be a figure of its own.',
  useWords: 'Use words',
  copy: 'Copy the words',
  copied: 'Copied.',
  applied: 'The figure is now shown in another way.',
  undo: 'Undo',
};

const nb: typeof en = {
  title: 'Måter å vise mer på',
  most: 'Det meste av dette tallet holdes tilbake. Hver av disse andre visningene er beregnet, og tallene i den er talt; nuller er ikke med.',
  some: 'Andre visninger av dette tallet kan vise mer. Hver beregnes før den føres opp, og nuller telles ikke med.',
  look: 'Se etter måter å vise mer på',
  trying: (at, of) => `Prøver visning ${at} av ${of} …`,
  cancel: 'Avbryt',
  cancelled: 'Avbrutt.',
  failed: 'De andre visningene kunne ikke beregnes.',
  none: 'Ingen annen visning av dette tallet viser mer.',
  name: (loss) => {
    if (loss.is === 'periods')
      return { all: 'alle periodene samlet', year: 'hele år', quarter: 'kvartaler' }[
        loss.kind as string
      ]!;
    if (loss.is === 'bands')
      return `${label(loss.column, 'nb')}: ${codes(loss.column, loss.codes, 'nb')} som én gruppe`;
    if (loss.is === 'crossing') return `${labels(loss.columns, 'nb')} hver for seg`;
    if (loss.is === 'breakdown') return `uten oppdelingen etter ${labels(loss.columns, 'nb')}`;
    if (loss.is === 'regions') return 'landet i stedet for regioner';
    return `uten filteret på ${label(loss.column, 'nb')}`;
  },
  loses: (loss) => {
    if (loss.is === 'periods')
      return loss.kind === 'all' ? 'de enkelte periodene' : 'de kortere periodene';
    if (loss.is === 'bands') return 'det som er inne i gruppen, og de andre gruppene';
    if (loss.is === 'crossing') return 'hvordan de henger sammen';
    if (loss.is === 'breakdown') return 'den oppdelingen';
    if (loss.is === 'regions') return 'regionene';
    return 'filteret, så det handler om flere barn';
  },
  outcome: (shown, of, further, loses) =>
    `Viser ${shown} av ${of} tall, ${further} av dem er ikke på denne siden; mister ${several(loses, 'nb')}.`,
  apply: 'Vis det slik',
  words: 'ord i stedet for tall',
  wordsOutcome:
    'Sier hvor et tall holdes tilbake, og lar tallene som vises, være som de er. En andel har grensene sine der de følger av de andre tallene som vises. Et intervall som «under 20» tilbys ikke: Det ville vært et tall for seg.',
  useWords: 'Bruk ord',
  copy: 'Kopier ordene',
  copied: 'Kopiert.',
  applied: 'Tallet vises nå på en annen måte.',
  undo: 'Angre',
};

/** The words of the ways to show more of a figure. */
export const remediesWords: Words<typeof en> = { en, nb };

import { columnsOf } from '$lib/schema/tables';
import type { Language, Text } from '$lib/schema/text';
import type { Coarser } from './quasi-identifiers';
import type { Uniqueness } from './uniqueness';

/** What a coarser form is, instead of what. */
const coarserWords: Readonly<Record<Coarser, Text>> = {
  age_band: {
    en: 'age in bands instead of years',
    nb: 'alder i grupper i stedet for år',
  },
  citizenship_group: {
    en: 'the citizenship group instead of the country',
    nb: 'statsborgerskap som gruppe i stedet for land',
  },
  quarter: { en: 'quarters instead of months', nb: 'kvartal i stedet for måned' },
  year: { en: 'only the year of first detection', nb: 'bare året barnet ble oppdaget' },
  left_out: { en: 'no', nb: 'uten' },
};

const numbers = { en: new Intl.NumberFormat('en-GB'), nb: new Intl.NumberFormat('nb-NO') };
const units = {
  children: { en: ['child', 'children'], nb: ['barn', 'barn'] },
  records: { en: ['record', 'records'], nb: ['post', 'poster'] },
} as const;
const inText: Readonly<Record<string, Text>> = {
  region: { en: 'region', nb: 'region' },
  citizenship: { en: 'citizenship', nb: 'statsborgerskap' },
};

/** The label of a quasi-identifier. */
export const columnWords = (column: string): Text =>
  columnsOf('cases').find(({ name }) => name === column)?.labels ?? { en: column, nb: column };

/** The step as part of a sentence: `quarters instead of months`, `no region`. */
export function stepWords({ column, to }: { column: string; to: Coarser }): Text {
  const words = coarserWords[to];
  if (to !== 'left_out') return words;
  const what = inText[column] ?? columnWords(column);
  return { en: `${words.en} ${what.en}`, nb: `${words.nb} ${what.nb}` };
}

/** Several columns as one phrase: `A, B and C`. */
export const listWords = (parts: readonly Text[]): Text => ({
  en: new Intl.ListFormat('en-GB').format(parts.map(({ en }) => en)),
  nb: new Intl.ListFormat('nb-NO').format(parts.map(({ nb }) => nb)),
});

/** What the counts say: how many are alone, what to make coarser, and what the count does not prove. */
export function uniquenessWords(found: Uniqueness): {
  readonly lead: Text;
  readonly advice: Text;
  readonly caution: Text;
} {
  const { unit, unique, steps, columns } = found;
  const all = found.children ?? found.records;
  const n = (count: number, language: Language) => numbers[language].format(count);
  const of = (count: number, language: Language) =>
    `${n(count, language)} ${units[unit][language][count === 1 ? 0 : 1]}`;
  const combination = listWords(columns.map(columnWords));
  const lead = {
    en: `${n(unique, 'en')} of ${of(all, 'en')} ${unique === 1 ? 'is' : 'are'} the only one with ${unique === 1 ? 'its' : 'their'} combination of ${combination.en}.`,
    nb: `${n(unique, 'nb')} av ${of(all, 'nb')} er alene om sin kombinasjon av ${combination.nb}.`,
  };
  return { lead, advice: adviceWords(unique, steps, n), caution };
}

function adviceWords(
  unique: number,
  steps: Uniqueness['steps'],
  n: (count: number, language: Language) => string,
): Text {
  if (!unique)
    return {
      en: 'Nobody is alone; nothing needs to be made coarser for that.',
      nb: 'Ingen er alene; ingenting trenger å gjøres grovere for det.',
    };
  if (!steps.length)
    return {
      en: 'Nothing that the data model makes coarser (bands, groups, quarters, years, no region) makes them fewer.',
      nb: 'Ingenting datamodellen gjør grovere (aldersgrupper, landgrupper, kvartal, år, uten region), gjør dem færre.',
    };
  const told = (language: Language, then: string, leaves: string) =>
    steps
      .map(
        (step, i) =>
          `${i ? then : ''}${stepWords(step)[language]} ${leaves} ${n(step.unique, language)}`,
      )
      .join('; ');
  const rest = steps.at(-1)?.unique
    ? {
        en: ' What else the data model makes coarser does not help.',
        nb: ' Det andre datamodellen gjør grovere, hjelper ikke.',
      }
    : { en: '', nb: '' };
  return {
    en: `To make them fewer: ${told('en', 'then ', 'leaves')}.${rest.en}`,
    nb: `For å få færre: ${told('nb', 'deretter ', 'gir')}.${rest.nb}`,
  };
}

const caution: Text = {
  en: 'A value that is not known counts as a value of its own. A count is not a proof: who knows more of a child than these columns may find it in a larger class.',
  nb: 'En ukjent verdi regnes som en egen verdi. Et antall er ikke et bevis: Den som vet mer om et barn enn disse kolonnene, kan finne det i en større klasse.',
};

import { countedWords } from '$lib/report/unit-nouns';
import { plainNumber } from '$lib/report/number-format';
import type { Words } from '../words-in';

/** Reports of a table that did not come, in words. */
interface Lacking {
  readonly table: string;
  readonly absent: string;
  readonly due: string;
  readonly months: number;
  readonly ofMonths: number;
  readonly first: string;
  readonly last: string;
}

const en = {
  source: (name: string, madeUp: boolean) => `Source: ${name}${madeUp ? ' (made-up data)' : ''}`,
  dataTo: (month: string) => `, data to ${month}`,
  population: (words: string) => `. Population: ${words}`,
  only: (filters: string) => `. Only ${filters}`,
  overlooked: {
    label: 'Who may be overlooked, table',
    caption: (records: boolean) => `${records ? 'Records' : 'Children'} registered as victims`,
    group: 'Group',
    recorded: 'Recorded',
    notRecorded: 'Not recorded',
    say: 'What this can say, and cannot',
    notCollected: 'not collected',
    needs: (column: string) => `Needs the column ${column} of the table cases, asked and answered.`,
    leftOut:
      'Left out under this filter: special-category information is never combined with region.',
    notAsked: 'not asked:',
    coarse: (count: string) => `${count} more are in an age group too wide to tell.`,
    not: 'Not:',
  },
  waiting: {
    label: 'Children still waiting, table',
    caption: 'Not reached at fixed times after the wait began',
    time: 'Time',
    notByThen: 'Not by then (1 − share reached)',
    band: 'Whatever the unknown are',
    still: 'Still waiting',
    of: 'Of',
    interval: 'interval',
    none: 'There is no reading at a fixed time for this choice.',
    care: 'Read with care.',
    caveat:
      'Not reached by then also holds children for whom something else ended the wait first, such as leaving the country or turning 18.',
    completed:
      'Times of finished cases alone are shorter than the truth, because they leave out every child who still waits; they are not used here.',
    counts:
      'Numbers still waiting at a fixed time are shown in Working view only; how many were open when last followed is shown where it may be.',
  },
  cannotTell: {
    age: 'Age unknown',
    notCountable: 'Persons of unknown age cannot be counted from these files.',
    persons: (count: number) =>
      count === 0
        ? 'No person of unknown age is recorded as a victim.'
        : `${plainNumber(count, 'en')} ${count === 1 ? 'person' : 'persons'} of unknown age ${count === 1 ? 'is' : 'are'} recorded as victims. Some may be children; none is in a count of children.`,
    marked: 'Persons of unknown age recorded as victims:',
    someMayBe: (why: string) => `${why}. Some may be children; none is in a count of children.`,
    reports: 'Reports that did not come',
    notTold:
      'No coverage file says which organisations reported. A quiet month may be a missing report.',
    allCame: 'Every report that was due came in.',
    lacking: ({ table, absent, due, months, ofMonths, first, last }: Lacking) =>
      `${table}: ${absent} of ${due} monthly reports of organisations are absent, in ${months} of ${ofMonths} months (${first === last ? first : `${first} to ${last}`}).`,
    off: 'Figures that cannot be computed',
    noneOff: 'None: these files feed every core figure.',
    neededFor: (table: string, column: string | undefined, figures: string) =>
      `${column ? `Column ${column} of the table ${table}` : `Table ${table}`}: needed for ${figures}.`,
    recent: 'Recent months',
    end: (month: string | null) =>
      month ? `The data end in ${month}.` : 'The files do not say when the data end.',
    provisional:
      'The last months are provisional: files still arrive, decisions are not made yet, and children seen late have been followed for a short time.',
    each: (count: number) => `What each core figure cannot tell (${count})`,
  },
};

const nb: typeof en = {
  source: (name, madeUp) => `Kilde: ${name}${madeUp ? ' (oppdiktede data)' : ''}`,
  dataTo: (month) => `, data til ${month}`,
  population: (words) => `. Populasjon: ${words}`,
  only: (filters) => `. Bare ${filters}`,
  overlooked: {
    label: 'Hvem som kan være oversett, tabell',
    caption: (records) => `${records ? 'Saker' : 'Barn'} registrert som ofre`,
    group: 'Gruppe',
    recorded: 'Registrert',
    notRecorded: 'Ikke registrert',
    say: 'Hva dette kan si, og ikke kan si',
    notCollected: 'samles ikke inn',
    needs: (column) =>
      `Trenger kolonnen ${column} i tabellen cases, med spørsmålet stilt og besvart.`,
    leftOut:
      'Utelatt med denne avgrensningen: Særlige kategorier av opplysninger kombineres aldri med region.',
    notAsked: 'ikke spurt om:',
    coarse: (count) => `I tillegg er ${count} i en aldersgruppe som er for vid til å si det.`,
    not: 'Ikke:',
  },
  waiting: {
    label: 'Barn som fortsatt venter, tabell',
    caption: 'Ikke nådd ved faste tidspunkter etter at ventetiden begynte',
    time: 'Tid',
    notByThen: 'Ikke innen da (1 − andelen som er nådd)',
    band: 'Uansett hva de ukjente er',
    still: 'Venter fortsatt',
    of: 'Av',
    interval: 'intervall',
    none: 'Det finnes ingen avlesning ved et fast tidspunkt for dette valget.',
    care: 'Les med varsomhet.',
    caveat:
      'Ikke nådd innen da omfatter også barn der noe annet avsluttet ventetiden først, for eksempel at de forlot landet eller fylte 18 år.',
    completed:
      'Tider for bare avsluttede saker er kortere enn de virkelige, fordi de utelater alle barn som fortsatt venter; de brukes ikke her.',
    counts:
      'Antall som fortsatt venter ved et fast tidspunkt, vises bare i arbeidsvisning; hvor mange som var åpne da de sist ble fulgt, vises der det kan vises.',
  },
  cannotTell: {
    age: 'Ukjent alder',
    notCountable: 'Personer med ukjent alder kan ikke telles ut fra disse filene.',
    persons: (count) =>
      count === 0
        ? 'Ingen personer med ukjent alder er registrert som ofre.'
        : `${countedWords(count, 'persons', 'nb')} med ukjent alder er registrert som ${count === 1 ? 'offer' : 'ofre'}. Noen kan være barn; ingen er med i et antall barn.`,
    marked: 'Personer med ukjent alder registrert som ofre:',
    someMayBe: (why) => `${why}. Noen kan være barn; ingen er med i et antall barn.`,
    reports: 'Rapporter som ikke kom',
    notTold:
      'Ingen dekningsfil sier hvilke organisasjoner som rapporterte. En stille måned kan være en rapport som mangler.',
    allCame: 'Alle rapporter som skulle komme, kom.',
    lacking: ({ table, absent, due, months, ofMonths, first, last }) =>
      `${table}: ${absent} av ${due} månedsrapporter fra organisasjoner mangler, i ${months} av ${ofMonths} måneder (${first === last ? first : `${first} til ${last}`}).`,
    off: 'Tall som ikke kan regnes ut',
    noneOff: 'Ingen: Disse filene er nok til alle kjernetall.',
    neededFor: (table, column, figures) =>
      `${column ? `Kolonnen ${column} i tabellen ${table}` : `Tabellen ${table}`}: trengs til ${figures}.`,
    recent: 'De siste månedene',
    end: (month) =>
      month ? `Dataene slutter i ${month}.` : 'Filene sier ikke når dataene slutter.',
    provisional:
      'De siste månedene er foreløpige: Det kommer fortsatt inn filer, avgjørelser er ikke tatt ennå, og barn som ble sett sent, er bare fulgt en kort tid.',
    each: (count) => `Hva hvert kjernetall ikke kan si (${count})`,
  },
};

/** The words of the standing blocks and of the line on the source; they stand with the figures. */
export const blockWords: Words<typeof en> = { en, nb };

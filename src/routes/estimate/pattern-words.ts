import type { PatternProblem, PatternTable, Unreadable } from '$lib/state/pattern-table';
import type { Words } from '../words-in';

const unreadable: Record<Unreadable, string> = {
  empty: 'The text is empty.',
  no_count_column:
    'There is no column named “count”. If each row is a person, count the people with each pattern first and bring only the counts.',
  list_number: 'There must be two to eight columns beside “count”, one for each list.',
  too_many_rows:
    'There are more rows than patterns of eight lists. If each row is a person, count the people with each pattern first and bring only the counts.',
  ragged: 'Some rows have more or fewer columns than the first line.',
};

const en = {
  source: {
    example: 'Use the published UK table, 2013',
    open: 'Open a CSV of counts…',
    lists: 'Lists',
    start: 'Start an empty table',
    paste: 'Paste counts',
    how: 'One column for each list holding 0 or 1, and a column named “count”; commas, semicolons or tabs',
    sample: 'police,shelter,court,count\n1,0,0,120\n1,1,0,14',
    read: 'Read into the table',
    notRead: 'Not read.',
    unreadable,
  },
  editor: {
    list: (number: number) => `List ${number}`,
    region: 'Counts by pattern',
    caption: 'People by the lists they are on: 1 on the list, 0 not',
    row: 'Row',
    count: 'Count',
    remove: 'Remove',
    nameOf: (number: number) => `Name of list ${number}`,
    onList: (row: number, list: string) => `Row ${row}, on ${list}`,
    countOf: (row: number) => `Row ${row}, count`,
    removeRow: (row: number) => `Remove row ${row}`,
    add: 'Add a row',
    repair: 'To repair before an estimate can be made:',
    more: (count: number) => `and ${count} more.`,
    repeated: (count: number) =>
      `${count === 1 ? 'One row repeats' : `${count} rows repeat`} the pattern of a row above; their counts are added up.`,
  },
  problem: {
    list_number: 'There must be two to eight lists.',
    too_many_rows: 'There are more rows than patterns.',
    nobody: 'No row has a count above 0.',
    unnamed: (list: number) => `list ${list}`,
    not_0_or_1: (row: number, list: string) =>
      `Row ${row}, ${list}: write 1 for on the list or 0 for not.`,
    not_a_count: (row: number) =>
      `Row ${row}: the count must be a whole number from 0 to 9,999,999.`,
    on_no_list: (row: number) =>
      `Row ${row}: people on no list cannot have been counted. Set the count to 0 or mark a list.`,
  },
};

const nb: typeof en = {
  source: {
    example: 'Bruk den publiserte britiske tabellen, 2013',
    open: 'Åpne en CSV med antall …',
    lists: 'Lister',
    start: 'Begynn på en tom tabell',
    paste: 'Lim inn antall',
    how: 'Én kolonne for hver liste med 0 eller 1, og en kolonne som heter «count»; komma, semikolon eller tabulator',
    sample: 'politi,krisesenter,domstol,count\n1,0,0,120\n1,1,0,14',
    read: 'Les inn i tabellen',
    notRead: 'Ikke lest.',
    unreadable: {
      empty: 'Teksten er tom.',
      no_count_column:
        'Det er ingen kolonne som heter «count». Hvis hver rad er en person, må du først telle personene med hvert mønster og bare ta med antallene.',
      list_number: 'Det må være to til åtte kolonner ved siden av «count», én for hver liste.',
      too_many_rows:
        'Det er flere rader enn det finnes mønstre av åtte lister. Hvis hver rad er en person, må du først telle personene med hvert mønster og bare ta med antallene.',
      ragged: 'Noen rader har flere eller færre kolonner enn den første linjen.',
    },
  },
  editor: {
    list: (number) => `Liste ${number}`,
    region: 'Antall etter mønster',
    caption: 'Personer etter hvilke lister de står på: 1 på listen, 0 ikke',
    row: 'Rad',
    count: 'Antall',
    remove: 'Fjern',
    nameOf: (number) => `Navn på liste ${number}`,
    onList: (row, list) => `Rad ${row}, på ${list}`,
    countOf: (row) => `Rad ${row}, antall`,
    removeRow: (row) => `Fjern rad ${row}`,
    add: 'Legg til en rad',
    repair: 'Dette må rettes før et anslag kan beregnes:',
    more: (count) => `og ${count} til.`,
    repeated: (count) =>
      `${count === 1 ? 'Én rad gjentar' : `${count} rader gjentar`} mønsteret i en rad ovenfor; antallene legges sammen.`,
  },
  problem: {
    list_number: 'Det må være to til åtte lister.',
    too_many_rows: 'Det er flere rader enn mønstre.',
    nobody: 'Ingen rad har et antall over 0.',
    unnamed: (list) => `liste ${list}`,
    not_0_or_1: (row, list) => `Rad ${row}, ${list}: Skriv 1 for på listen eller 0 for ikke.`,
    not_a_count: (row) => `Rad ${row}: Antallet må være et heltall fra 0 til 9\u202F999\u202F999.`,
    on_no_list: (row) =>
      `Rad ${row}: Personer som ikke står på noen liste, kan ikke være talt. Sett antallet til 0 eller merk av en liste.`,
  },
};

/** The words of the table of patterns and of the ways to fill it. */
export const patternWords: Words<typeof en> = { en, nb };

/** A problem of the table in words, without what the cell holds. */
export function problemWords(
  problem: PatternProblem,
  { lists }: PatternTable,
  say: (typeof en)['problem'],
): string {
  if (!('row' in problem)) return say[problem.is];
  const row = problem.row + 1;
  if (problem.is === 'not_0_or_1')
    return say.not_0_or_1(row, lists[problem.list] || say.unnamed(problem.list + 1));
  return say[problem.is](row);
}

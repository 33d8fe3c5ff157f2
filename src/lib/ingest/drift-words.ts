import type { Text } from '$lib/schema/text';
import type { Drift, FileDrift } from './drift';

const list = (words: readonly string[]): string => words.join(', ');
const delimiters: Readonly<Record<string, Text>> = {
  ',': { en: 'comma', nb: 'komma' },
  ';': { en: 'semicolon', nb: 'semikolon' },
  '\t': { en: 'tab', nb: 'tabulator' },
  '|': { en: 'bar', nb: 'loddstrek' },
  '': { en: 'none', nb: 'ingen' },
};
const sign = (written: string): Text => delimiters[written] ?? { en: written, nb: written };

const parts: Readonly<Record<FileDrift['dialect'][number]['part'], Text>> = {
  encoding: { en: 'Encoding', nb: 'Tegnkoding' },
  delimiter: { en: 'Delimiter', nb: 'Skilletegn' },
  quote: { en: 'Quote', nb: 'Anførselstegn' },
};

/** What is never known from a recipe, and where it may be. */
export const keysWords: Text = {
  en: 'How many records are those of the year before cannot be known from a recipe: it holds no key.',
  nb: 'Hvor mange poster som er de samme som året før, kan ikke leses av en lagret kobling: Den inneholder ingen nøkler.',
};

/** Files of the recipe that did not come; null where all did. */
export function missingFilesWords({ missingFiles }: Drift): Text | null {
  if (!missingFiles.length) return null;
  return {
    en: `The recipe was also made for ${list(missingFiles)}, which is not among these files.`,
    nb: `Koblingen ble også laget for ${list(missingFiles)}, som ikke er blant disse filene.`,
  };
}

/** What became of one file, a sentence each: names of columns, codes and shares, never a cell. */
export function driftWords(drift: FileDrift): readonly Text[] {
  if (drift.recipeFile === null)
    return [
      {
        en: 'The recipe has no file with at least half of these columns, so this one was read without it.',
        nb: 'Koblingen har ingen fil med minst halvparten av disse kolonnene, så denne ble lest uten den.',
      },
    ];
  const same = drift.columnsSame.length;
  const rest = notComparedWords(drift);
  if (drift.unchanged)
    return [
      {
        en: `Unchanged since the recipe was made: the same ${count(same, 'en')}${rest ? '' : ', codes and date formats, and shares of unknown within 10 percentage points'}.`,
        nb: `Uendret siden koblingen ble lagret: de samme ${same} kolonnene${rest ? '' : ', kodene og datoformatene, og andeler ukjent innenfor 10 prosentpoeng'}.`,
      },
      ...(rest ? [rest] : []),
    ];
  return [
    { en: `As before: ${count(same, 'en')}.`, nb: `Som før: ${count(same, 'nb')}.` },
    ...named(drift.columnsNew, { en: 'New columns', nb: 'Nye kolonner' }),
    ...named(drift.columnsMissing, { en: 'Missing columns', nb: 'Kolonner som mangler' }),
    ...drift.columnsRenamed.map(({ before, now, by, target }) =>
      by === 'same field'
        ? {
            en: `Renamed: ${before} is now ${now}, both read as ${target}.`,
            nb: `Nytt navn: ${before} heter nå ${now}; begge leses som ${target}.`,
          }
        : {
            en: `Perhaps renamed: ${before} is gone and ${now} is called much the same. Nothing was decided by this.`,
            nb: `Kanskje nytt navn: ${before} er borte, og ${now} heter nesten det samme. Ingenting er bestemt av dette.`,
          },
    ),
    ...drift.codesNew.map(({ column, codes }) => ({
      en: `New codes in ${column}: ${list(codes)}.`,
      nb: `Nye koder i ${column}: ${list(codes)}.`,
    })),
    ...drift.codesGone.map(({ column, codes }) => ({
      en: `Codes no longer met in ${column}: ${list(codes)}.`,
      nb: `Koder som ikke lenger finnes i ${column}: ${list(codes)}.`,
    })),
    ...drift.unknown.map(({ column, before, now }) => ({
      en: `Share of unknown in ${column}: ${before}% before, ${now}% now.`,
      nb: `Andel ukjent i ${column}: ${before}\u00A0% før, ${now}\u00A0% nå.`,
    })),
    ...drift.dateForms.map(({ column, before, now }) => ({
      en: `Dates in ${column}: ${list(before)} before, ${list(now)} now.`,
      nb: `Datoer i ${column}: ${list(before)} før, ${list(now)} nå.`,
    })),
    ...drift.dialect.map(({ part, before, now }) => ({
      en: `${parts[part].en}: ${sign(before).en} before, ${sign(now).en} now.`,
      nb: `${parts[part].nb}: ${sign(before).nb} før, ${sign(now).nb} nå.`,
    })),
    ...(rest ? [rest] : []),
  ];
}

function notComparedWords({ notCompared }: FileDrift): Text | null {
  if (notCompared === null) return null;
  return notCompared === 'not loaded'
    ? {
        en: 'Codes and shares of unknown are compared once the files are loaded.',
        nb: 'Koder og andeler ukjent sammenlignes når filene er lastet inn.',
      }
    : {
        en: 'This recipe was made before codes, date formats and shares of unknown were kept; save a new one to compare them next time.',
        nb: 'Denne koblingen ble laget før koder, datoformater og andeler ukjent ble tatt vare på; lagre en ny for å sammenligne dem neste gang.',
      };
}

const count = (columns: number, language: 'en' | 'nb'): string =>
  language === 'en'
    ? `${columns} ${columns === 1 ? 'column' : 'columns'}`
    : `${columns} ${columns === 1 ? 'kolonne' : 'kolonner'}`;

const named = (names: readonly string[], words: Text): Text[] =>
  names.length ? [{ en: `${words.en}: ${list(names)}.`, nb: `${words.nb}: ${list(names)}.` }] : [];

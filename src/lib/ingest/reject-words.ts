import type { Text } from '$lib/schema/text';

/** Why a record could not be read as a row. */
export const rejectWords = {
  afterQuote: {
    en: 'text after a closing quote',
    nb: 'tekst etter et avsluttende anførselstegn',
  },
  neverClosed: {
    en: 'a quote opened here is never closed',
    nb: 'et anførselstegn som åpnes her, lukkes aldri',
  },
  swallows: {
    en: 'a quote opened here swallows the lines after it',
    nb: 'et anførselstegn som åpnes her, sluker linjene etter',
  },
  tooLong: {
    en: 'a quote opened here is not closed within 16 MB',
    nb: 'et anførselstegn som åpnes her, er ikke lukket innen 16 MB',
  },
  longRecord: {
    en: 'a record of more than 16 MB',
    nb: 'en post på mer enn 16 MB',
  },
  inside: {
    en: 'a quote opened here is closed in the middle of a cell',
    nb: 'et anførselstegn som åpnes her, lukkes midt i en celle',
  },
} satisfies Readonly<Record<string, Text>>;

/** A record with another number of fields than the header. */
export const otherFields = (fields: number, expected: number): Text => ({
  en: `${fields} fields where the header has ${expected}`,
  nb: `${fields} felt der overskriftsraden har ${expected}`,
});

/** A reason with the physical lines it concerns. */
export const onLines = (why: Text, from: number, to: number): Text => ({
  en: `${why.en} (lines ${from} to ${to})`,
  nb: `${why.nb} (linje ${from} til ${to})`,
});

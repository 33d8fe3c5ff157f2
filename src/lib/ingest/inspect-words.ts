import type { Text } from '$lib/schema/text';
import { identifierKinds } from './identifier-kinds';
import type { IdentifierFinding } from './import-report';
import { nbNumber } from './nb-number';

/** What is said about how a file is read, where nothing has to be filled in. */
export const inspectWords = {
  damaged: {
    en: 'This gzip file is damaged. Make it again from the source.',
    nb: 'Denne gzip-filen er skadet. Lag den på nytt fra kilden.',
  },
  empty: {
    en: 'This file is empty. Export it again.',
    nb: 'Denne filen er tom. Ta uttrekket på nytt.',
  },
  packedTwice: {
    en: 'A gzip file in a gzip file: unpack it first.',
    nb: 'En gzip-fil i en gzip-fil: Pakk den ut først.',
  },
  noLines: {
    en: 'The first line of this file is longer than 16 MB, so it is not a table. Export it again with line ends.',
    nb: 'Den første linjen i denne filen er lengre enn 16 MB, så det er ikke en tabell. Ta uttrekket på nytt med linjeskift.',
  },
  encodingDecided: {
    en: 'the encoding was chosen by hand',
    nb: 'tegnkodingen er valgt for hånd',
  },
  notUtf8Decided: {
    en: 'This file is not UTF-8 throughout, although that was chosen. Choose another encoding.',
    nb: 'Denne filen er ikke UTF-8 hele veien, selv om det er valgt. Velg en annen tegnkoding.',
  },
  mostlyUtf8: {
    en: 'most bytes beyond ASCII are UTF-8',
    nb: 'de fleste bytene utenfor ASCII er UTF-8',
  },
  notUtf8: {
    en: 'bytes beyond the first ones are not UTF-8, so Western European text is assumed',
    nb: 'byte lenger ute i filen er ikke UTF-8, så vesteuropeisk tekst er antatt',
  },
  decided: {
    en: 'decided by the user or the recipe',
    nb: 'bestemt av brukeren eller den lagrede koblingen',
  },
  fileLeftOut: { en: 'the file is left out', nb: 'filen er utelatt' },
} satisfies Readonly<Record<string, Text>>;

/** The header is not the one that the recipe was made for. */
export const headerChanged = (came: number, went: number): Text => ({
  en: `The header changed since the recipe was made: ${came} columns came, ${went} went.`,
  nb: `Overskriftsraden er endret siden koblingen ble lagret: ${nbNumber(came)} ${came === 1 ? 'kolonne' : 'kolonner'} kom til, ${nbNumber(went)} falt bort.`,
});

/** The table was known by the header of an export that has an adapter. */
export const headerOf = (adapter: Text | undefined): Text => ({
  en: `the header of ${adapter?.en}`,
  nb: `overskriftsraden til ${adapter?.nb}`,
});

/** No table was found for the file. */
export const leftOut = (reason: Text): Text => ({
  en: `This file is left out: ${reason.en}.`,
  nb: `Denne filen er utelatt: ${reason.nb}.`,
});

/** A required column that no source column feeds. */
export const notFed = (column: string): Text => ({
  en: `No column feeds ${column}, which this table needs.`,
  nb: `Ingen kolonne gir verdier til ${column}, som denne tabellen trenger.`,
});

/** A column stops the file. */
export const pointsToPerson = ({ kind, reason }: IdentifierFinding): Text => ({
  en: `This column could point to a person (${identifierKinds[kind].en}: ${reason.en}). Drop it, or remove it at the source.`,
  nb: `Denne kolonnen kan peke ut en person (${identifierKinds[kind].nb}: ${reason.nb}). Utelat den, eller fjern den ved kilden.`,
});

import type { Text } from '$lib/schema/text';
import { nbNumber } from './nb-number';

/** What is said of Norway's reporting on child protection, and of other XML. */
export const barnevernWords = {
  read: {
    en: "rows made of the elements of Norway's reporting on child protection",
    nb: 'rader laget av elementene i barnevernsrapporteringen til SSB',
  },
  otherXml: {
    en: 'This is an XML file of a kind that is not known here. Save the table as CSV (UTF-8) or XLSX and choose that file.',
    nb: 'Dette er en XML-fil av et slag som ikke er kjent her. Lagre tabellen som CSV (UTF-8) eller XLSX og velg den filen.',
  },
  packed: {
    en: 'This is a packed XML file or page. Unpack it and choose what was in it.',
    nb: 'Dette er en pakket XML-fil eller nettside. Pakk den ut og velg det som lå i den.',
  },
  damaged: {
    en: 'This XML file is not well-formed or not UTF-8. Export it again from the case system.',
    nb: 'Denne XML-filen er ikke velformet eller ikke UTF-8. Ta uttrekket på nytt fra fagsystemet.',
  },
  identities: {
    en: 'Identity numbers, DUF numbers, birth dates (turned into ages), journal numbers, municipalities and words were never loaded; keys are running numbers with a print of the file.',
    nb: 'Fødselsnummer, DUF-nummer, fødselsdatoer (gjort om til alder), journalnummer, kommuner og fritekst er aldri lastet inn; nøklene er løpenummer med et avtrykk av filen.',
  },
  cannotFeed: {
    en: 'It says nothing of forms of exploitation, citizenship, guardians, missing episodes, detention or proceedings. A report is dated by the day it came in. Read as Statistics Norway describes it and tried on its examples; no file of an office was at hand.',
    nb: 'Den sier ingenting om former for utnyttelse, statsborgerskap, verge, savnede perioder, frihetsberøvelse eller straffesaker. En melding er datert dagen den kom inn. Lest slik SSB beskriver den, og prøvd på eksemplene derfra; ingen fil fra en tjeneste var for hånden.',
  },
  plans: {
    en: 'Plans, decisions and investigations are not read beyond their grounds.',
    nb: 'Planer, vedtak og undersøkelser leses ikke utover grunnlaget.',
  },
} satisfies Readonly<Record<string, Text>>;

const cases = (count: number) => `${count} ${count === 1 ? 'case' : 'cases'}`;
const saker = (count: number) => `${nbNumber(count)} ${count === 1 ? 'sak' : 'saker'}`;

/** Cases without trafficking among their grounds. */
export const otherCases = (count: number): Text => ({
  en: `${cases(count)} without trafficking among the grounds (27 or 2.4.06) left out: a child in child protection is not known as trafficked.`,
  nb: `${saker(count)} uten menneskehandel blant grunnlagene (27 eller 2.4.06) er utelatt: Et barn i barnevernet er ikke kjent som utsatt.`,
});

/** Cases that an earlier file holds too: extracts of two periods overlap. */
export const casesAgain = (count: number): Text => ({
  en: `${cases(count)} of this file ${count === 1 ? 'stands' : 'stand'} in a file before it too and ${count === 1 ? 'is' : 'are'} read from there. Choose the newest extract of each office alone.`,
  nb: `${saker(count)} i denne filen står også i en fil før den og leses derfra. Velg bare det nyeste uttrekket fra hver tjeneste.`,
});

/** Elements that the case system deleted. */
export const deletedElements = (count: number): Text => ({
  en: `${count} deleted ${count === 1 ? 'element' : 'elements'} left out.`,
  nb: `${nbNumber(count)} ${count === 1 ? 'slettet element' : 'slettede elementer'} er utelatt.`,
});

/** The ground changed its code and its words with the new year of 2026. */
export const groundBreak = (before: number, after: number): Text => ({
  en: `Break in the series on 1 January 2026: code 27 (exposed to trafficking, ${cases(before)}) became 2.4.06 (protection against trafficking, ${cases(after)}). Do not compare numbers across it.`,
  nb: `Brudd i serien 1. januar 2026: Kode 27 (utsatt for menneskehandel, ${saker(before)}) ble 2.4.06 (beskyttelse mot menneskehandel, ${saker(after)}). Tall før og etter kan ikke sammenlignes.`,
});

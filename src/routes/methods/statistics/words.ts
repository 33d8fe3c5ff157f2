import type { Words } from '../../words-in';

const en = {
  tab: 'Statistical methods – Rapporteur',
  title: 'Statistical methods',
  /** Before the name of the command. */
  behind: (count: string) => `The ${count} methods behind the figures and behind`,
  /** After it. */
  told: ': the formula, where it is from, when it is used and when it gives no number. Where there is no number, there is a word that says why, never a zero.',
  chance:
    'A register is not a sample. Every interval is a range of chance variation: it covers neither victims nobody has identified, nor wrong records, nor definitions. z is the normal quantile of the level, 1.96 at 95 %; α is 0.05.',
  back: 'Back to the definitions of the figures',
  methods: 'Methods',
  formula: 'Formula',
  source: 'Source',
  use: 'Used for',
  silent: 'Silent',
};

const nb: typeof en = {
  tab: 'Statistiske metoder – Rapporteur',
  title: 'Statistiske metoder',
  behind: (count) => `De ${count} metodene bak tallene og bak`,
  told: ': formelen, hvor den er fra, når den brukes og når den ikke gir noe tall. Der det ikke er noe tall, står det et ord som sier hvorfor, aldri en null.',
  chance:
    'Et register er ikke et utvalg. Hvert intervall er et spenn for tilfeldig variasjon: Det dekker verken dem ingen har identifisert, feil i opplysningene eller definisjonene. z er normalkvantilen for konfidensnivået, 1,96 ved 95\u00A0%; α er 0,05.',
  back: 'Tilbake til definisjonene av tallene',
  methods: 'Metoder',
  formula: 'Formel',
  source: 'Kilde',
  use: 'Brukes til',
  silent: 'Gir ikke noe tall',
};

/** What the page of statistical methods says around them. */
export const words: Words<typeof en> = { en, nb };

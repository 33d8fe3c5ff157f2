/** A text in the languages of the project. */
export interface Wording {
  readonly en: string;
  readonly nb: string;
}

/** Figures of one estimate of hidden victims, as persons. */
export interface SentenceFigures {
  readonly known: number;
  readonly shared: number;
  readonly estimate: number;
  /** 80 % limits, null when there are none. */
  readonly lower80: number | null;
  readonly upper80: number | null;
  /** Range of the other defensible models. */
  readonly least: number;
  readonly most: number;
  /** No single number may be shown. */
  readonly unstable: boolean;
}

/** Whom the lists hold. */
export type Listed = 'children' | 'people';

/** What the estimate rests on, to be printed with it. */
export const mseAssumptions = (of: Listed = 'children'): readonly Wording[] => [
  { en: 'Same population and period', nb: 'Samme befolkning og periode' },
  { en: 'Lists linked without error', nb: 'Listene er koblet uten feil' },
  { en: 'Nobody enters or leaves', nb: 'Ingen kommer til eller faller fra' },
  {
    en: `Some chance for every ${of === 'children' ? 'child' : 'person'} to be on each list`,
    nb: `${of === 'children' ? 'Hvert barn' : 'Hver person'} har en viss mulighet for å stå på hver liste`,
  },
  {
    en: 'Lists may depend in pairs, not beyond what the model says',
    nb: 'Lister kan henge sammen parvis, ikke ut over det modellen sier',
  },
  {
    en: `${of === 'children' ? 'Children' : 'People'} with no chance of detection are not in N̂, the estimate`,
    nb: `${of === 'children' ? 'Barn' : 'Personer'} uten mulighet for å bli oppdaget er ikke med i N̂, anslaget`,
  },
];

/** A number with two significant digits, the most that such an estimate can carry. */
export function twoDigits(value: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(2));
}

const grouped = (value: number, separator: string) =>
  String(value).replace(/\B(?=(\d{3})+$)/g, separator);

/** The sentence that a reader gets, with estimates to two significant digits and counts exact. */
export function mseSentence(figures: SentenceFigures, of: Listed = 'children'): Wording {
  const { known, shared, estimate, lower80, upper80, least, most, unstable } = figures;
  const words = (separator: string) => {
    const about = (value: number) => grouped(twoDigits(value), separator);
    return {
      n: grouped(known, separator),
      m: grouped(shared, separator),
      N: about(estimate),
      low: lower80 === null ? null : about(lower80),
      high: upper80 === null ? null : about(upper80),
      least: about(least),
      most: about(most),
    };
  };
  const e = words(',');
  const n = words('\u202f');
  const whom = of === 'children' ? 'barn' : 'personer';
  const en = unstable
    ? `Defensible models give from about ${e.least} to ${e.most} ${of}; no single number can be given; ${e.n} are known.`
    : `${e.low === null || e.high === null ? `About ${e.N} ${of}, without a range` : `Between about ${e.low} and ${e.high} ${of} (central model ${e.N})`}; ${e.n} are known.`;
  const nb = unstable
    ? `Forsvarlige modeller gir fra om lag ${n.least} til ${n.most} ${whom}; ett enkelt tall kan ikke oppgis; ${n.n} er kjent.`
    : `${n.low === null || n.high === null ? `Om lag ${n.N} ${whom}, uten spenn` : `Mellom om lag ${n.low} og ${n.high} ${whom} (sentral modell ${n.N})`}; ${n.n} er kjent.`;
  const others = unstable
    ? { en: '', nb: '' }
    : {
        en: ` Other defensible models give ${e.least}–${e.most}.`,
        nb: ` Andre forsvarlige modeller gir ${n.least}–${n.most}.`,
      };
  return {
    en: `${en} The lists share ${e.m} ${of}.${others.en} The estimate rests on assumptions that the data cannot test.`,
    nb: `${nb} Listene har ${n.m} ${whom} felles.${others.nb} Anslaget hviler på forutsetninger som ikke kan prøves med dataene.`,
  };
}

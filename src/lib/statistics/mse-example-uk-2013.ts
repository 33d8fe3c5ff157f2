import type { PatternCount } from './mse-table';

/** Published counts of persons by the lists they are on. */
export interface PublishedLists {
  /** What the lists are, in the order of the patterns. */
  readonly lists: readonly string[];
  readonly counts: readonly PatternCount[];
  /** Total in the publication, of the model that it chose. */
  readonly published: number;
  readonly source: string;
}

/**
 * Potential victims of modern slavery of all ages, United Kingdom 2013, five lists (police forces and
 * the National Crime Agency as one). Sources: Silverman (2014) Modern Slavery: an application of
 * Multiple Systems Estimation, Home Office; Bales, Hesketh & Silverman (2015) Significance 12(3):16;
 * total under forward selection: Chan, Silverman & Vincent (2021) JASA 116:1297.
 */
export const mseExampleUk2013: PublishedLists = {
  lists: [
    'Local authorities',
    'Non-governmental organisations',
    'Police and National Crime Agency',
    'Government organisations',
    'General public',
  ],
  counts: [
    { pattern: '10000', count: 54 },
    { pattern: '01000', count: 463 },
    { pattern: '00100', count: 995 },
    { pattern: '00010', count: 695 },
    { pattern: '00001', count: 316 },
    { pattern: '11000', count: 15 },
    { pattern: '10100', count: 19 },
    { pattern: '10010', count: 3 },
    { pattern: '01100', count: 62 },
    { pattern: '01010', count: 19 },
    { pattern: '01001', count: 1 },
    { pattern: '00110', count: 76 },
    { pattern: '00101', count: 11 },
    { pattern: '00011', count: 8 },
    { pattern: '11100', count: 1 },
    { pattern: '11010', count: 1 },
    { pattern: '01110', count: 4 },
    { pattern: '11110', count: 1 },
  ],
  published: 11_313,
  source:
    'Silverman (2014), Home Office; Bales, Hesketh & Silverman (2015), Significance 12(3), 16–21',
};

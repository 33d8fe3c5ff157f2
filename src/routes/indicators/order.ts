import type { Area, Indicator } from '$lib/schema/indicator';
import type { Reader } from '../reader';
import { areas } from './areas';

/** The standing blocks of the overview. */
export type Block = 'overlooked' | 'waiting' | 'cannot-tell';
/** What the overview is made of. */
export type Part = Area | Block;

const blocks: readonly Block[] = ['overlooked', 'waiting', 'cannot-tell'];

/** What a reader begins with; everything else follows in the order of a child's path. */
const first: Record<Reader, readonly Part[]> = {
  analyst: [],
  advocacy: ['overlooked', 'missing', 'non-punishment', 'waiting'],
  donor: ['funding', 'waiting', 'protection', 'recovery'],
};

/** Figures a reader begins an area with. */
const firstFigures: Record<Reader, readonly string[]> = {
  analyst: [],
  advocacy: ['ID-03', 'ND-01'],
  donor: ['RF-02', 'GP-02', 'RR-04', 'SW-01'],
};

/** What the sentences on top speak of: a donor's does not begin with a head count. */
export const leadFigures: Record<Reader, readonly string[]> = {
  analyst: ['ID-01'],
  advocacy: ['ID-01'],
  donor: ['FC-01', 'ID-01'],
};

/** Every area and block, each once, in the order of a reader. */
export const partsFor = (reader: Reader): readonly Part[] => [
  ...new Set<Part>([...first[reader], ...areas, ...blocks]),
];

/** The figures of an area in the order of a reader: the core ones, and the others. */
export function figuresFor(
  reader: Reader,
  area: Area,
  catalogue: readonly Indicator[],
): { readonly core: readonly Indicator[]; readonly others: readonly Indicator[] } {
  const begins = firstFigures[reader];
  const place = ({ id }: Indicator) => (begins.includes(id) ? begins.indexOf(id) : begins.length);
  const figures = catalogue
    .filter((indicator) => indicator.area === area)
    .toSorted((a, b) => place(a) - place(b));
  return {
    core: figures.filter(({ core }) => core),
    others: figures.filter(({ core }) => !core),
  };
}

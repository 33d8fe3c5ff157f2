import type { Column, MissingValue } from '$lib/schema/table';
import type { missingReasons } from '$lib/schema/physical';
import { countryCode } from './country-codes';
import { codeForm } from './normal-form';

/** Why a cell holds no value, as stored in the engine. */
export type MissingReason = (typeof missingReasons)[number];

/** What a spelling in the file stands for. */
export type Meaning = { readonly code: string } | { readonly missing: MissingReason };

/** Spellings of one source column that are not codes themselves. */
export type ValueMap = ReadonlyMap<string, Meaning>;

const withheld = /^(<\s*\d+|\[?[cxz]\]|:|\*)$/i;
/** A bare `c` hides a figure in tables of numbers; elsewhere it is a letter. */
const withheldNumber = /^(<\s*\d+|\[?[cxz]\]?|:|\*)$/i;

/** The label of the schema as the engine stores it. */
export const reasonOf = ({ label }: MissingValue): MissingReason =>
  label === 'legacy_missing' ? 'not_recorded' : label;

/** Codes that are also words for "no value" (`na`): the cell is then missing, not known. */
export const hiddenCodes = (column: Column): readonly string[] =>
  column.codes
    .map(({ value }) => value)
    .filter((code) => column.missing.some(({ value }) => value === code));

/** Reads spellings of one column: exact codes, then synonyms, then words for "no value". */
export class ValueReader {
  private readonly codes = new Map<string, string>();
  private readonly exact: ReadonlySet<string>;
  private readonly missing = new Map<string, MissingReason>();
  private readonly hides: RegExp;
  private readonly pattern: RegExp | null;
  private readonly country: boolean;

  constructor(column: Column, inverse = false) {
    const hidden = hiddenCodes(column);
    const open = column.codes.filter(({ value }) => !hidden.includes(value));
    this.exact = new Set(inverse ? [] : open.map(({ value }) => value));
    const opposite: Readonly<Record<string, string>> = { yes: 'no', no: 'yes' };
    for (const { value, labels, synonyms } of open) {
      const stored = inverse ? (opposite[value] ?? value) : value;
      for (const spelling of [value, ...synonyms, ...Object.values(labels)])
        if (!this.codes.has(codeForm(spelling))) this.codes.set(codeForm(spelling), stored);
    }
    for (const value of column.missing)
      for (const spelling of [value.value, ...value.synonyms])
        if (!this.missing.has(codeForm(spelling)))
          this.missing.set(codeForm(spelling), reasonOf(value));
    this.pattern = column.pattern ? new RegExp(column.pattern) : null;
    this.country = column.pattern === '^[A-Z]{2}$';
    this.hides = ['integer', 'number'].includes(column.type) ? withheldNumber : withheld;
  }

  /** True when the cell is a code, or has the form, that the schema asks for. */
  isCode(cell: string): boolean {
    return this.exact.has(cell) || (this.pattern?.test(cell) ?? false);
  }

  /** What the cell stands for, or null when nobody said. */
  meaning(cell: string): Meaning | null {
    if (this.pattern?.test(cell)) return { code: cell };
    const form = codeForm(cell);
    const code = this.codes.get(form);
    if (code !== undefined) return { code };
    const missing = this.missing.get(form);
    if (missing !== undefined) return { missing };
    if (!cell.trim()) return { missing: 'not_recorded' };
    const country = this.country ? countryCode(cell) : null;
    if (country) return { code: country };
    return this.hides.test(cell.trim()) ? { missing: 'withheld' } : null;
  }
}

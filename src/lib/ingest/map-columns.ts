import type { Issue } from '$lib/schema/issue';
import type { Text } from '$lib/schema/text';
import type { Column, Field, Part, Table } from '$lib/schema/table';
import { spellings, tightSpellings } from './choose-table';
import type { FormHeader } from './form-header';
import type { ColumnMapping, Tier } from './import-report';
import { listItems } from './list-items';
import { headerForm, squashed } from './normal-form';
import { trapOf } from './mapping-traps';
import { fit, type ValueShape } from './value-formats';
import { ValueReader } from './value-map';

/** One source column that feeds a field of the table. */
export interface Binding {
  /** Position of the source column, from 0. */
  readonly slot: number;
  readonly source: string;
  readonly column: Column;
  readonly field: Field;
  /** Part of a moment, null for every other column. */
  readonly part: Part | null;
  /** Yes and no mean the opposite here (`avsluttet` for `case_open`). */
  readonly inverse: boolean;
  /** A list with blanks between its items, as forms export it. */
  readonly blanks?: boolean;
}

/** What became of every source column. */
export interface Mapped {
  readonly columns: readonly ColumnMapping[];
  readonly bindings: readonly Binding[];
  readonly issues: readonly Issue[];
}

/** What the mapping may look at: the header and, by position, shapes and different cells of a sample. */
export interface Source {
  readonly header: readonly string[];
  readonly shapes: readonly ValueShape[];
  readonly values: readonly ReadonlySet<string>[];
  /** What a form asks and what its tool adds, where the file is the export of a form. */
  readonly form?: FormHeader | null;
}

interface Candidate {
  readonly slot: number;
  readonly column: Column;
  readonly field: Field;
  readonly tier: Tier;
  readonly rank: number;
  readonly reason: Text;
}

const ranks: Readonly<Record<string, number>> = { user: 4, exact: 3, synonym: 2, fuzzy: 1 };

/**
 * Maps columns inside one table: a decision of the user, the exact name, a known synonym, a header
 * that contains a known name. The values must fit; a likeness of names alone never wins over them.
 * @param decided target field (or null for "leave out") by source header
 */
export function mapColumns(
  table: Table,
  source: Source,
  decided: Readonly<Record<string, string | null>> = {},
): Mapped {
  const issues: Issue[] = [];
  const candidates: Candidate[] = [];
  const refused = new Map<number, Text>();
  source.header.forEach((header, slot) => {
    const own = decided[header];
    const asked = source.form?.names[slot] ?? header;
    const written = writtenAs(asked);
    const aside = own === undefined && source.form?.aside.get(slot);
    if (aside) return void refused.set(slot, aside);
    if (own === null)
      return void refused.set(slot, { en: 'left out by decision', nb: 'utelatt etter valg' });
    for (const column of table.columns)
      for (const field of column.fields) {
        const found = likeness(written, column, field, own);
        if (!found) continue;
        const better = bestPart(column, field, source.shapes[slot]);
        const share = valuesFit(column, better, source, slot);
        if (found.tier === 'synonym' && share < 0.5)
          refused.set(slot, {
            en: `the name suits ${table.name}.${better.name} but the values do not`,
            nb: `navnet passer til ${table.name}.${better.name}, men verdiene gjør det ikke`,
          });
        else if (found.tier === 'fuzzy' && share < 0.9) continue;
        else {
          // Of two likenesses the one whose values prove something goes first: any text fits a text.
          const proved = found.tier === 'fuzzy' && column.type !== 'string' ? 0.5 : 0;
          const reason = asked === header ? found.reason : behindGroup(found.reason);
          candidates.push({
            slot,
            column,
            field: better,
            ...found,
            // Behind a group the name says less: whose age it is stands before it.
            tier: found.tier === 'exact' && asked !== header ? 'synonym' : found.tier,
            reason,
            rank: found.rank + proved,
          });
        }
      }
  });
  candidates.sort((a, b) => b.rank - a.rank || a.slot - b.slot);
  const bySlot = new Map<number, Candidate>();
  const taken = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const holder = taken.get(candidate.field.name);
    if (bySlot.has(candidate.slot)) continue;
    if (holder) {
      if (candidate.tier !== 'fuzzy')
        refused.set(candidate.slot, {
          en: `${table.name}.${candidate.field.name} is fed by another column`,
          nb: `${table.name}.${candidate.field.name} får verdier fra en annen kolonne`,
        });
      continue;
    }
    bySlot.set(candidate.slot, candidate);
    taken.set(candidate.field.name, candidate);
  }
  const columns = source.header.map((header, slot): ColumnMapping => {
    const found = bySlot.get(slot);
    if (!found)
      return {
        source: header,
        target: null,
        tier: 'none',
        reason: refused.get(slot) ?? {
          en: `no column of ${table.name} goes by this name`,
          nb: `ingen kolonne i ${table.name} har dette navnet`,
        },
      };
    if (found.tier === 'fuzzy')
      issues.push({
        level: 'warning',
        code: 'mapped-by-likeness',
        column: header,
        count: 1,
        message: {
          en: `Read as ${table.name}.${found.field.name} because the names are alike. Confirm it.`,
          nb: `Lest som ${table.name}.${found.field.name} fordi navnene ligner. Bekreft det.`,
        },
      });
    const trap = found.tier === 'exact' ? undefined : trapOf(header, found.field.name);
    if (trap)
      issues.push({
        level: 'warning',
        code: 'check-meaning',
        column: header,
        count: 1,
        message: trap,
      });
    return {
      source: header,
      target: `${table.name}.${found.field.name}`,
      tier: found.tier,
      reason: found.reason,
    };
  });
  const bindings = [...bySlot.values()].map(({ slot, column, field }): Binding => {
    const header = source.header[slot] ?? '';
    const inverse = column.inverseSynonyms.some((one) => headerForm(one) === headerForm(header));
    const blanks = column.type === 'list' && blanksIn(source, slot);
    const binding = { slot, source: header, column, field, part: field.part ?? null, inverse };
    return blanks ? { ...binding, blanks } : binding;
  });
  bindings.sort((a, b) => a.slot - b.slot);
  return { columns, bindings, issues };
}

/** Answers of a form stand with blanks between them, unless the tool was told semicolons. */
const blanksIn = ({ form, values }: Source, slot: number): boolean =>
  Boolean(form) && ![...(values[slot] ?? [])].some((cell) => cell.includes(';'));

const behindGroup = ({ en, nb }: Text): Text => ({
  en: `${en}, behind a group of the form`,
  nb: `${nb}, bak en gruppe i skjemaet`,
});

/** A header as it is written, in normal form between blanks, and without any. */
export interface Written {
  readonly header: string;
  readonly padded: string;
  readonly tight: string;
}

/** The forms in which a header is compared. */
export function writtenAs(header: string): Written {
  const form = headerForm(header);
  return { header, padded: ` ${form} `, tight: squashed(form) };
}

/** Why a header is read as a field, or null when the two have nothing in common. */
export function likeness(
  { header, padded, tight }: Written,
  column: Column,
  field: Field,
  own: string | undefined,
) {
  const found = (tier: Tier, reason: Text) => ({ tier, reason, rank: ranks[tier] ?? 0 });
  if (own !== undefined)
    return own === field.name || own === `${column.table}.${field.name}`
      ? found('user', {
          en: 'decided by the user or the recipe',
          nb: 'bestemt av brukeren eller den lagrede koblingen',
        })
      : null;
  if (header.trim().toLowerCase() === field.name)
    return found('exact', { en: 'the name of the data model', nb: 'navnet i datamodellen' });
  const known = spellings(field, column);
  if (tightSpellings(field, column).has(tight))
    return found('synonym', { en: 'a known name for it', nb: 'et kjent navn på den' });
  // Keys take any text, so that a short word in a header must not make one: CHILD in "gender of child".
  const least = column.name.endsWith('_key') ? 6 : 4;
  const contained = known.some((one) =>
    one.length < least
      ? least === 4 && one.length === 3 && padded.startsWith(` ${one} `)
      : padded.includes(` ${one} `),
  );
  return contained
    ? found('fuzzy', {
        en: 'the header contains a known name for it',
        nb: 'overskriften inneholder et kjent navn på den',
      })
    : null;
}

/** A moment named without its part (`detected`) is read as what its values are. */
export function bestPart(column: Column, field: Field, shape: ValueShape | undefined): Field {
  if (!field.part || field.part !== 'at' || !shape?.filled) return field;
  if (fit(shape, column, 'at') >= 0.5) return field;
  const other = column.fields.find(
    (one) => one.part && one.part !== 'at' && fit(shape, column, one.part) >= 0.9,
  );
  return other ?? field;
}

/** Share of the different filled cells that this column can hold, 1 when nothing is filled. */
export function valuesFit(column: Column, field: Field, source: Source, slot: number): number {
  const values = source.values[slot];
  if (!values?.size) return 1;
  const reader = new ValueReader(column);
  let [good, filled] = [0, 0];
  for (const cell of values)
    for (const value of column.type === 'list' ? listItems(cell, blanksIn(source, slot)) : [cell]) {
      if (!value.trim()) continue;
      filled++;
      if (reader.isCode(value) || reader.meaning(value)) good++;
    }
  if (column.codes.length) return filled ? good / filled : 1;
  const shape = source.shapes[slot];
  return shape ? Math.max(fit(shape, column, field.part ?? null), filled ? good / filled : 1) : 1;
}

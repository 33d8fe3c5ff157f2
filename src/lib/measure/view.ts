import { breakdownLabel, codesOf, isBreakdown, isRowBreakdown } from '$lib/schema/breakdowns';
import type { Breakdown } from '$lib/schema/indicator';
import type { Language } from '$lib/schema/text';
import { formatKind, parsePeriod, type Period } from './period';
import { periodWords } from './period-words';

/**
 * What is being looked at: one value with four voices: `parseView`, `formatView`, `where()` (in
 * `where.ts`) and `viewWords`. It lives in the URL fragment, holds codes only, never data.
 */
export interface View {
  readonly mode: 'working' | 'release';
  readonly period: Period;
  /** Each entry is one breakdown; several columns in one entry are crossed. */
  readonly by: readonly (readonly Breakdown[])[];
  readonly where: Readonly<Partial<Record<Breakdown, readonly string[]>>>;
  /** Choices of the definition that differ from its defaults. */
  readonly options: Readonly<Record<string, string>>;
  /** Counts from 1 to threshold − 1 are withheld in Release view. */
  readonly threshold: number;
  /** The group that every other group of its breakdown is compared with; none if left out. */
  readonly compare?: Reference;
}

/** A reference group: one code of one breakdown, chosen beforehand. */
export interface Reference {
  readonly column: Breakdown;
  readonly code: string;
}

/** Release view of everything, threshold 11 (ruling S16). */
export const defaultView: View = {
  mode: 'release',
  period: { kind: 'all' },
  by: [],
  where: {},
  options: {},
  threshold: 11,
};

/** Reads a fragment; parts that are not codes the schema knows are left out, never kept as text. */
export function parseView(fragment: string): View {
  const parts = new Map<string, string>();
  for (const part of fragment.replace(/^#/, '').split('&')) {
    const [key = '', ...value] = part.split('=');
    parts.set(key, value.join('='));
  }
  const threshold = Number(parts.get('k') ?? 11);
  const compare = parseCompare(parts.get('compare') ?? '');
  return {
    mode: parts.get('view') === 'working' ? 'working' : 'release',
    period: parsePeriod(parts.get('period'), parts.get('from'), parts.get('to')),
    by: parseBy(parts.get('by') ?? ''),
    where: parseWhere(parts.get('where') ?? ''),
    options: parseOptions(parts.get('options') ?? ''),
    threshold: Number.isInteger(threshold) && threshold >= 3 && threshold <= 30 ? threshold : 11,
    ...(compare ? { compare } : {}),
  };
}

/** The fragment of a view, without `#`; `parseView(formatView(v))` is `v`. */
export function formatView(view: View): string {
  const { period } = view;
  return [
    view.mode === 'working' ? 'view=working' : '',
    period.kind === 'all' ? '' : `period=${formatKind(period)}`,
    period.from ? `from=${period.from}` : '',
    period.to ? `to=${period.to}` : '',
    view.by.length ? `by=${view.by.map((crossed) => crossed.join('*')).join(',')}` : '',
    pairs('where', view.where),
    pairs('options', view.options),
    view.threshold === 11 ? '' : `k=${view.threshold}`,
    view.compare ? `compare=${view.compare.column}:${view.compare.code}` : '',
  ]
    .filter(Boolean)
    .join('&');
}

/** The breakdown list of `--by` and of the fragment: `gender,age_band` or `gender*age_band`. */
export function parseBy(text: string): readonly (readonly Breakdown[])[] {
  return text
    .split(',')
    .map((crossed) =>
      [...new Set(crossed.split('*').map((word) => word.trim()))].filter(isBreakdown),
    )
    .filter((crossed) => crossed.length > 0);
}

/** The filter of `--where` (`gender=girl;main_form=labour`) and of the fragment (`gender:female;…`). */
export function parseWhere(text: string): View['where'] {
  const where: Partial<Record<Breakdown, readonly string[]>> = {};
  for (const part of text.split(';')) {
    const [column = '', codes = ''] = part.split(/[:=]/, 2);
    if (!isBreakdown(column.trim()) || isRowBreakdown(column.trim() as Breakdown)) continue;
    const known = codes
      .split(',')
      .map((code) => knownCode(column.trim() as Breakdown, code.trim()))
      .filter((code) => code !== null);
    if (known.length) where[column.trim() as Breakdown] = [...new Set(known)];
  }
  return where;
}

/** The reference group of `--compare` (`gender=girl`) and of the fragment (`gender:female`). */
export function parseCompare(text: string): Reference | null {
  const [[column, codes = []] = []] = Object.entries(parseWhere(text));
  const [code] = codes;
  return column && code && !['unknown', 'not_asked'].includes(code)
    ? { column: column as Breakdown, code }
    : null;
}

/** The filters of a view in words, for titles and files: “girls; aged 15–17”. */
export function viewWords(view: View, language: Language): readonly string[] {
  const filters = Object.entries(view.where).map(([column, codes]) => {
    const known = codesOf(column as Breakdown);
    const labels = codes.map(
      (code) => known?.find((entry) => entry.code === code)?.label[language] ?? code,
    );
    return `${breakdownLabel(column as Breakdown)[language]}: ${labels.join(', ')}`;
  });
  return [periodWords(view.period, language), ...filters];
}

const openCode = /^[A-Za-z0-9_-]{1,24}$/;

function knownCode(column: Breakdown, word: string): string | null {
  const codes = codesOf(column);
  if (!codes) return openCode.test(word) ? word : null;
  const lower = word.toLowerCase();
  return (
    codes.find(({ code, label }) =>
      [code, label.en, label.nb].some((w) => w.toLowerCase() === lower),
    )?.code ?? null
  );
}

/** Choices of a definition: `unit=days;gap=cash`. */
export function parseOptions(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split(';')
      .map((part) => part.split(/[:=]/, 2))
      .filter(([id, choice]) => openCode.test(id ?? '') && openCode.test(choice ?? '')),
  );
}

function pairs(key: string, entries: Readonly<Record<string, string | readonly string[]>>): string {
  const text = Object.entries(entries)
    .map(([column, codes]) => `${column}:${typeof codes === 'string' ? codes : codes.join(',')}`)
    .join(';');
  return text ? `${key}=${text}` : '';
}

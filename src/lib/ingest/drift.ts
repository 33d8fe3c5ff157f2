import type { FileRecipe, Recipe } from './recipe';
import { recipeFor } from './recipe';
import { headerForm, squashed } from './normal-form';
import type { FileSeen } from './seen';

/** Something that is written in another way than when the recipe was made. */
interface Change<Value> {
  readonly before: Value;
  readonly now: Value;
}

/** A column that went and one that came and seem to be the same. A proposal: nothing was decided by it. */
interface Renamed {
  readonly before: string;
  readonly now: string;
  /** `same field`: both are read as `target`; `alike`: their names are alike. */
  readonly by: 'same field' | 'alike';
  readonly target: string | null;
}

/** A file held against the recipe it was read with. Names of columns, codes and shares: no cell. */
export interface FileDrift {
  readonly file: string;
  /** File that the part of the recipe was made from; null where none has a header like this one. */
  readonly recipeFile: string | null;
  /** Source columns as before. */
  readonly columnsSame: readonly string[];
  readonly columnsNew: readonly string[];
  readonly columnsMissing: readonly string[];
  readonly columnsRenamed: readonly Renamed[];
  /** By `table.field`. */
  readonly codesNew: readonly { readonly column: string; readonly codes: readonly string[] }[];
  readonly codesGone: readonly { readonly column: string; readonly codes: readonly string[] }[];
  /** Per cent, where it moved by more than 10 percentage points; by `table.field`. */
  readonly unknown: readonly (Change<number> & { readonly column: string })[];
  /** By `table.field`. */
  readonly dateForms: readonly (Change<readonly string[]> & { readonly column: string })[];
  readonly dialect: readonly (Change<string> & {
    readonly part: 'encoding' | 'delimiter' | 'quote';
  })[];
  /** What the recipe or the import does not tell: it was made before shares were kept, or nothing was loaded. */
  readonly notCompared: 'recipe without seen' | 'not loaded' | null;
  /** Keys of records are in no recipe, so how many are those of last year is not known. */
  readonly keys: 'cannot be known from a recipe';
  readonly unchanged: boolean;
}

/** A whole import held against the recipe it was read with. */
export interface Drift {
  readonly files: readonly FileDrift[];
  /** Files of the recipe that no file was read with. */
  readonly missingFiles: readonly string[];
}

const [mostPoints, leastLikeness] = [10, 0.6];

/**
 * Holds what was read against the recipe. `now` is the recipe of this import; `seen`, in its order, what
 * was counted in the loaded tables, null where nothing was loaded.
 */
export function drift(recipe: Recipe, now: Recipe, seen: readonly FileSeen[] | null): Drift {
  const used = new Set<FileRecipe>();
  const files = now.files.map((file, i): FileDrift => {
    const before = recipeFor(recipe, file.header, file.file)?.file ?? null;
    if (before) used.add(before);
    return fileDrift(before, file, seen?.[i] ?? null);
  });
  const missing = recipe.files.filter((file) => !used.has(file));
  return { files, missingFiles: missing.map(({ file }) => file) };
}

/** The drift of each report, in their order; null where a file could not be read or nothing was compared. */
export function driftByReport(
  found: Drift | null,
  reports: readonly { readonly file: string }[],
): readonly (FileDrift | null)[] {
  let at = 0;
  return reports.map(({ file }) => {
    const one = found?.files[at];
    if (!one || one.file !== file) return null;
    at++;
    return one;
  });
}

function fileDrift(
  before: FileRecipe | null,
  now: FileRecipe,
  counted: FileSeen | null,
): FileDrift {
  const gone = before?.header.filter((name) => !now.header.includes(name)) ?? [];
  const came = before ? now.header.filter((name) => !before.header.includes(name)) : [];
  const columnsRenamed = before ? renamed(before, now, gone, came) : [];
  const taken = new Set(columnsRenamed.flatMap((one) => [one.before, one.now]));
  const seen = { before: before?.seen?.columns ?? {}, now: (counted ?? now.seen)?.columns ?? {} };
  const both = Object.keys(seen.before)
    .filter((column) => column in seen.now)
    .map((column) => ({ column, was: seen.before[column] ?? {}, is: seen.now[column] ?? {} }));
  const codes = (from: 'was' | 'is', to: 'was' | 'is') =>
    both.flatMap(({ column, ...sides }) => {
      const [old, fresh] = [sides[from].codes, sides[to].codes];
      const only = old && fresh ? fresh.filter((code) => !old.includes(code)) : [];
      return only.length ? [{ column, codes: only }] : [];
    });
  const found = {
    columnsNew: came.filter((name) => !taken.has(name)),
    columnsMissing: gone.filter((name) => !taken.has(name)),
    columnsRenamed,
    codesNew: codes('was', 'is'),
    codesGone: codes('is', 'was'),
    unknown: both.flatMap(({ column, was, is }) =>
      was.unknown !== undefined &&
      is.unknown !== undefined &&
      Math.abs(is.unknown - was.unknown) > mostPoints
        ? [{ column, before: was.unknown, now: Math.round(is.unknown) }]
        : [],
    ),
    dateForms: both.flatMap(({ column, was, is }) =>
      was.dates && is.dates && was.dates.join() !== is.dates.join()
        ? [{ column, before: was.dates, now: is.dates }]
        : [],
    ),
    dialect: before ? dialectOf(before, now) : [],
  };
  return {
    file: now.file,
    recipeFile: before?.file ?? null,
    columnsSame: before ? now.header.filter((name) => before.header.includes(name)) : [],
    ...found,
    notCompared: !before
      ? null
      : !before.seen
        ? 'recipe without seen'
        : counted
          ? null
          : 'not loaded',
    keys: 'cannot be known from a recipe',
    unchanged: before !== null && Object.values(found).every((list) => list.length === 0),
  };
}

function dialectOf(before: FileRecipe, now: FileRecipe): FileDrift['dialect'] {
  return (['encoding', 'delimiter', 'quote'] as const).flatMap((part) => {
    const [old, fresh] = [before[part], now[part]];
    return old === null || fresh === null || old === fresh
      ? []
      : [{ part, before: old, now: fresh }];
  });
}

/** Columns of the same field first, then the pairs whose names are most alike. */
function renamed(
  before: FileRecipe,
  now: FileRecipe,
  gone: readonly string[],
  came: readonly string[],
): Renamed[] {
  const target = (of: FileRecipe, column: string) =>
    Object.hasOwn(of.columns, column) ? (of.columns[column] ?? null) : null;
  const pairs = gone.flatMap((old) =>
    came.map((fresh) => {
      const field = target(before, old);
      const same = field !== null && field === target(now, fresh);
      // Two columns that are read as different fields are two columns, whatever they are called.
      const apart = field !== null && target(now, fresh) !== null && !same;
      const score = same ? 2 : apart ? 0 : alike(old, fresh);
      return { before: old, now: fresh, same, score, field };
    }),
  );
  const taken = new Set<string>();
  const found: Renamed[] = [];
  for (const pair of pairs.sort((a, b) => b.score - a.score)) {
    const [old, fresh] = [`before ${pair.before}`, `now ${pair.now}`];
    if (pair.score < leastLikeness || taken.has(old) || taken.has(fresh)) continue;
    taken.add(old).add(fresh);
    found.push({
      before: pair.before,
      now: pair.now,
      by: pair.same ? 'same field' : 'alike',
      target: pair.field && before.table ? `${before.table}.${pair.field}` : null,
    });
  }
  return found;
}

/** Sørensen–Dice coefficient of the pairs of letters of two headers, 0–1. */
function alike(a: string, b: string): number {
  const [left, right] = [a, b].map((header) => squashed(headerForm(header)));
  if (!left || !right) return 0;
  if (left === right) return 1;
  const pairs = (word: string) =>
    Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2));
  const rest = pairs(right);
  const all = pairs(left);
  const total = all.length + rest.length;
  let shared = 0;
  for (const pair of all) {
    const at = rest.indexOf(pair);
    if (at < 0) continue;
    rest.splice(at, 1);
    shared++;
  }
  return total ? (2 * shared) / total : 0;
}

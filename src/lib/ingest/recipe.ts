import { isLinkage, type Linkage } from '$lib/schema/linkage';
import { WordedError } from '$lib/schema/worded-error';
import { areFixes, type Fixes } from './fixes';
import type { Dialect } from './import-report';
import { isReadAs, type ReadAs } from './read-as';
import { isSeen, savedSeen, type FileSeen } from './seen';
import type { DayMonth, DecimalMark } from './value-formats';
import type { Meaning } from './value-map';

/** Decisions about one kind of file: names of columns, formats, and spellings of codes that were decided. */
export interface FileRecipe {
  /** Name of the file it was made from. */
  readonly file: string;
  /** Header of that file: another file is of the same kind when it has the same one. */
  readonly header: readonly string[];
  readonly encoding: Dialect['encoding'] | null;
  readonly delimiter: Dialect['delimiter'];
  readonly quote: Dialect['quote'];
  readonly table: string | null;
  readonly adapter: string | null;
  /** Field of the table by source column; null leaves the column out. */
  readonly columns: Readonly<Record<string, string | null>>;
  /** Order of day and month by source column, where it was proved or decided. */
  readonly dateOrder: Readonly<Record<string, DayMonth>>;
  /** Sign before the decimals by source column, where it was decided. */
  readonly decimal?: Readonly<Record<string, DecimalMark>>;
  /** What spellings stand for by source column of codes, where it was decided. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, Meaning>>>>;
  /** Spellings that stand for several things which cannot be told apart, by source column. */
  readonly merged?: Readonly<Record<string, readonly string[]>>;
  /** How its bytes were read by decision; next year's file is read so when it then has this header. */
  readonly readAs?: ReadAs;
  /** Columns dropped because they could point to a person. */
  readonly drop: readonly string[];
  /** What was repaired in its rows. Of single cells, those that were given a code or are unknown. */
  readonly fixes?: Fixes;
  /** Why files of this kind are left out as a whole, where they are. */
  readonly leftOut?: string;
  /** What the file was like, so that the next one can be held against it; recipes before had none. */
  readonly seen?: FileSeen;
}

/** How a set of files is read: saved, looked at, and used again next year. */
export interface Recipe {
  readonly rapporteur: 'recipe';
  readonly version: 1;
  readonly files: readonly FileRecipe[];
  /** Which records were decided to be one child, as digests of pairs. */
  readonly linkage?: Linkage;
}

/** A recipe from its JSON. Throws a `WordedError` on anything else. */
export function parseRecipe(json: string): Recipe {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new WordedError({
      en: 'This recipe is not JSON.',
      nb: 'Filen med den lagrede koblingen er ikke JSON.',
    });
  }
  const recipe = value as Partial<Recipe> | null;
  if (recipe?.rapporteur !== 'recipe' || recipe.version !== 1 || !Array.isArray(recipe.files))
    throw new WordedError({
      en: 'This JSON is not a recipe of this program (version 1).',
      nb: 'Denne JSON-filen er ikke en lagret kobling fra dette programmet (versjon 1).',
    });
  const sound = recipe.files.every(
    (file: Partial<FileRecipe>) =>
      Array.isArray(file.header) &&
      typeof file.columns === 'object' &&
      typeof file.dateOrder === 'object' &&
      Array.isArray(file.drop) &&
      (file.fixes === undefined || areFixes(file.fixes)) &&
      ['undefined', 'string'].includes(typeof file.leftOut) &&
      (file.seen === undefined || isSeen(file.seen)) &&
      (file.readAs === undefined || isReadAs(file.readAs)) &&
      isRecord(file.decimal ?? {}) &&
      Object.values(file.merged ?? {}).every(
        (list) => Array.isArray(list) && list.every((one) => typeof one === 'string'),
      ) &&
      Object.values(file.values ?? {}).every((spellings) =>
        Object.values(spellings).every(isRecord),
      ),
  );
  if (!sound || (recipe.linkage !== undefined && !isLinkage(recipe.linkage)))
    throw new WordedError({
      en: 'A file of this recipe lacks its header, columns or decisions.',
      nb: 'En fil i denne lagrede koblingen mangler overskriftsrad, kolonner eller valg.',
    });
  return recipe as Recipe;
}

/** The recipe as it is saved: with what was counted in its files, in their order, where it was. */
export const withSeen = (recipe: Recipe, seen: readonly FileSeen[] | null): Recipe => ({
  ...recipe,
  files: recipe.files.map((file, i) => {
    const counted = seen?.[i] ?? file.seen;
    return counted ? { ...file, seen: savedSeen(counted) } : file;
  }),
});

const isRecord = (value: unknown) => typeof value === 'object' && value !== null;

/**
 * The part of a recipe made for this header, or, when columns came or went since, the one that
 * shares the most columns (at least half). Of several, the one made from a file of this name.
 */
export function recipeFor(
  recipe: Recipe | undefined,
  header: readonly string[],
  file: string,
): {
  readonly file: FileRecipe;
  readonly added: readonly string[];
  readonly gone: readonly string[];
} | null {
  let best: FileRecipe | null = null;
  let most = 0;
  for (const one of recipe?.files ?? []) {
    const shared = one.header.filter((name) => header.includes(name)).length;
    const share = shared / Math.max(one.header.length, header.length);
    const named = share === most && share > 0 && one.file === file;
    if (share > most || named) [best, most] = [one, share];
  }
  if (!best || most < 0.5) return null;
  const known = best.header;
  return {
    file: best,
    added: header.filter((name) => !known.includes(name)),
    gone: known.filter((name) => !header.includes(name)),
  };
}

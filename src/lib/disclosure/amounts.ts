import type { ProtectedTable } from './protected-table';
import { allTables, keyText, TableError } from './table';
import type { Dominance, LinkedTable, Table, TableCell } from './table';

/** The p % rule where nothing else is said (domain practice: 10). */
const USUAL_P = 10;
/** The largest amount counts so many steps at most: amounts move by whole steps. */
const MOST_STEPS = 1e5;

/** Whether cells are sensitive by who contributed what, instead of by their size. */
export const isRuled = (table: Table): boolean =>
  table.kind === 'magnitude' &&
  (table.dominance !== undefined ||
    allTables(table).some(({ cells }) => cells.some((cell) => cell.contributions)));

const percentOf = ({ p, n }: Dominance = {}): number => p ?? (n === undefined ? USUAL_P : 0);

const contributorsOf = ({ contributions = [], count }: TableCell): number =>
  count ?? contributions.length;

/** Whether one contributor alone stands behind a cell, who then knows it. */
export const isSingle = (cell: TableCell): boolean =>
  cell.value > 0 && cell.contributions !== undefined && contributorsOf(cell) === 1;

/**
 * How far the upper bound of a cell must lie above its amount, 0 where it is not sensitive. With
 * contributions x1 ≥ x2 ≥ …, sum X and r = X − x1 − x2: the p % rule asks for p/100·x1 − r where that
 * is above 0, the (n, k) rule for 100/k·(x1 + … + xn) − X where that is above 0 (upper protection
 * levels, Hundepool et al., Statistical Disclosure Control, Wiley 2012; ESSnet Handbook, 4.2.2). Then
 * the second largest, who knows x2, cannot put x1 within p %. Too few contributors ask for p/100·X,
 * where the Handbook is content with 0.
 */
export function upperProtection(cell: TableCell, rule: Dominance = {}, minimum = 0): number {
  const { value, contributions } = cell;
  if (value === 0) return 0;
  const p = percentOf(rule);
  const margin = (p || USUAL_P) / 100;
  // Of a group that nobody described one may have given all.
  if (!contributions) return margin * value;
  const [first = 0, second = 0, ...others] = [...contributions].sort((a, b) => b - a);
  const levels = [0, (p / 100) * first - (value - first - second)];
  if (rule.n !== undefined && rule.k !== undefined) {
    const largest = [first, second, ...others].slice(0, rule.n).reduce((sum, x) => sum + x, 0);
    levels.push((100 / rule.k) * largest - value);
  }
  if (contributorsOf(cell) < minimum) levels.push(margin * value);
  const most = Math.max(...levels);
  return most > 1e-9 * value ? most : 0;
}

const fail = (message: string): never => {
  throw new TableError(message);
};

/** Refuses amounts whose contributors are missing or do not add up. Names keys, never amounts. */
export function checkAmounts(table: Table): void {
  const described = allTables(table).some(({ cells }) => cells.some((cell) => cell.contributions));
  if (table.kind === 'count' && (described || table.dominance))
    fail('Contributions and dominance are for amounts: kind is magnitude.');
  if (!isRuled(table)) return;
  const { p, n, k } = table.dominance ?? {};
  if (p !== undefined && !(p >= 0 && p <= 100)) fail('p of a dominance is from 0 to 100.');
  if ((n === undefined) !== (k === undefined)) fail('n and k of a dominance come together.');
  if (n !== undefined && !(Number.isSafeInteger(n) && n > 0))
    fail('n of a dominance is 1 or more.');
  if (k !== undefined && !(k > 0 && k <= 100)) fail('k of a dominance is above 0, up to 100.');
  if (percentOf(table.dominance) === 0 && n === undefined) fail('The dominance holds no rule.');
  if (allTables(table).some((each) => each.primary)) fail('Give primary cells or contributions.');
  if (table.rounding) fail('Amounts with contributions are not rounded.');
  for (const each of allTables(table))
    if (!each.before) for (const cell of each.cells) checkCell(cell, Math.max(2, n ?? 0));
}

function checkCell(cell: TableCell, needed: number): void {
  const { key, value, contributions, count } = cell;
  const words = `Cell ${key.join(' × ')}`;
  if (value === 0 && !contributions) return;
  if (!Array.isArray(contributions)) return fail(`${words} needs its contributions.`);
  if (contributions.some((each) => !(Number.isFinite(each) && each >= 0)))
    fail(`${words} has a contribution that is no amount of 0 or more.`);
  const sum = contributions.reduce((all, each) => all + each, 0);
  const complete = Math.abs(sum - value) <= 1e-9 * Math.max(1, value);
  if (sum > value && !complete) fail(`${words} is less than its contributions.`);
  if (count === undefined && !complete) fail(`${words} is unlike its contributions: give count.`);
  if (count === undefined) return;
  if (!Number.isSafeInteger(count) || count < contributions.length)
    fail(`${words} needs a count of all its contributors.`);
  if (!complete && count === contributions.length)
    fail(`${words} is more than its contributions, and count says that they are all.`);
  if (contributions.length < Math.min(needed, count))
    fail(`${words} needs its ${needed} largest contributions.`);
}

/**
 * Amounts as multiples of a step, the largest of which counts at most 100,000: large enough for the
 * solver to be exact, small enough to matter to nobody. What must move, moves by whole steps.
 */
export function inSteps(table: Table): { table: Table; step: number } {
  if (!isRuled(table)) return { table, step: 1 };
  const most = allTables(table).reduce(
    (all, { cells }) => cells.reduce((one, { value }) => Math.max(one, value), all),
    0,
  );
  const exponent = most > 0 ? Math.ceil(Math.log10(most / MOST_STEPS) - 1e-9) : 0;
  const scale = (value: number) =>
    exponent < 0 ? value * 10 ** -exponent : value / 10 ** exponent;
  const of = <T extends LinkedTable>(each: T): T => ({
    ...each,
    cells: each.cells.map((cell) => ({
      ...cell,
      value: scale(cell.value),
      ...(cell.contributions && { contributions: cell.contributions.map(scale) }),
    })),
  });
  const linked = table.linked?.map(of);
  return { table: { ...of(table), ...(linked && { linked }) }, step: 10 ** exponent };
}

type Printed = Omit<ProtectedTable, 'audit'>;

/** The shown amounts of a result as they were given, without the steps. */
export function withAmounts(printed: Printed, given: Table): Printed {
  const cells = (shown: Printed['cells'], { cells: own }: LinkedTable) => {
    const values = new Map(own.map(({ key, value }) => [keyText(key), value]));
    return shown.map(({ key, value }) => ({
      key,
      value: value === null ? null : values.get(keyText(key))!,
    }));
  };
  return {
    ...printed,
    cells: cells(printed.cells, given),
    ...(printed.linked && {
      linked: printed.linked.map((each, at) => ({
        ...each,
        cells: cells(each.cells, given.linked![at]!),
      })),
    }),
  };
}

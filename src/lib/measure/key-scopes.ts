import type { DatasetFacts } from '$lib/schema/dataset';
import type { KeyScope, Linkage } from '$lib/schema/linkage';
import { join, sql, type Sql } from '$lib/schema/sql';

/** How far the keys of one case file reach. */
export interface FileScope {
  readonly file: string;
  readonly scope: KeyScope;
  /** Chosen by the user; otherwise as the file about the extract, or the lack of one, says. */
  readonly chosen: boolean;
}

const said = { across_orgs: 'national', within_org: 'organisation', none: 'none' } as const;

/** How far keys reach, one line a case file in the order of their `file_no`. */
export function scopesOf(facts: DatasetFacts, linkage?: Linkage): FileScope[] {
  const { files = [], columns = [] } = facts.tables.cases ?? {};
  const keyed = columns.includes('child_key');
  return files.map((file) => {
    const chosen = keyed ? linkage?.scopes[file] : undefined;
    const scope = chosen ?? (keyed ? said[facts.meta.linkage] : 'none');
    return { file, scope, chosen: chosen !== undefined };
  });
}

/** Whether the case file of a row is one of these, as a condition on `cases`. */
function isOf(scopes: readonly FileScope[], test: (one: FileScope) => boolean): Sql {
  const rest = scopes.flatMap((one, i) => (test(one) ? [sql`${i}`] : []));
  if (rest.length === scopes.length) return sql`TRUE`;
  return rest.length ? sql`file_no IN (${join(rest)})` : sql`FALSE`;
}

/** Whether the key of a row of `cases` holds in every organisation. */
export const reachesSql = (scopes: readonly FileScope[]): Sql =>
  sql`(child_key IS NOT NULL AND ${isOf(scopes, ({ scope }) => scope === 'national')})`;

/** Whether a row of `cases` has a key that tells its child from others at all. */
export const usableSql = (scopes: readonly FileScope[]): Sql =>
  sql`(child_key IS NOT NULL AND ${isOf(scopes, ({ scope }) => scope !== 'none')})`;

/** The organisation of a row of `cases`; a file that names none is one. */
export const organisationSql = sql`coalesce('o' || org_key, 'f' || file_no)`;

/**
 * What rows of one child share. Inside one organisation the key stands behind the organisation, so that
 * equal keys of two are two children. Files that name no organisation are one, unless the user said that
 * each reaches no further than itself. A row without a key is a child of its own (ruling M8).
 */
export function keySql(scopes: readonly FileScope[], linked: boolean): Sql {
  if (!linked) return sql`cases.case_key`;
  const whole = sql`coalesce(cases.child_key, cases.case_key)`;
  if (scopes.every(({ scope }) => scope === 'national')) return whole;
  const inside = isOf(scopes, ({ scope }) => scope === 'organisation');
  const ownFile = isOf(scopes, ({ scope, chosen }) => scope === 'organisation' && chosen);
  const unnamed = sql`CASE WHEN ${ownFile} THEN 'f' || cases.file_no END`;
  const organisation = sql`coalesce('o' || cases.org_key, ${unnamed})`;
  return sql`CASE WHEN cases.child_key IS NULL OR ${isOf(scopes, ({ scope }) => scope === 'none')} THEN cases.case_key
    WHEN ${inside} THEN coalesce(${organisation} || chr(31), '') || cases.child_key ELSE cases.child_key END`;
}

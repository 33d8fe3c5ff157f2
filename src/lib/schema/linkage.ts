/** How far a key of children reaches: over every organisation, inside one, or not beyond one file. */
export const keyScopes = ['national', 'organisation', 'none'] as const;
export type KeyScope = (typeof keyScopes)[number];

/**
 * What was decided about which records are one child. Pairs are named by a salted digest of their two
 * keys: without the files nobody can say who is meant.
 */
export interface Linkage {
  /** 32 hex digits, chosen at random when a review begins. */
  readonly salt: string;
  /** By name of a case file; of others the file about the extract tells. */
  readonly scopes: Readonly<Record<string, KeyScope>>;
  /** How many of the rules are used, from the strictest on; 0 before pairs were looked for. */
  readonly rules: number;
  /** Pairs decided to be one child, and two; 32 hex digits each. */
  readonly same: readonly string[];
  readonly different: readonly string[];
}

/** Whether a value read from a file is of this form. */
export function isLinkage(value: unknown): value is Linkage {
  const one = value as Partial<Linkage> | null;
  if (typeof one !== 'object' || one === null || !isDigest(one.salt)) return false;
  const scopes: unknown = one.scopes;
  return (
    Number.isInteger(one.rules) &&
    typeof scopes === 'object' &&
    scopes !== null &&
    Object.values(scopes).every((scope) => keyScopes.includes(scope as KeyScope)) &&
    [one.same, one.different].every((pairs) => Array.isArray(pairs) && pairs.every(isDigest))
  );
}

const isDigest = (value: unknown): boolean =>
  typeof value === 'string' && /^[0-9a-f]{32}$/.test(value);

import type { Engine } from '$lib/engine/engine';
import { list, sql } from '$lib/schema/sql';
import type { LinkageField } from './linkage-rules';

/** One record of a pair as a person entitled to it may look at it: no key, no text. */
interface PairRecord {
  /** Number of its case file from 0, and of its row among the rows that were read, from 1. */
  readonly file: number;
  readonly row: number;
  /** Codes, years and days of first detection; null where not known. */
  readonly gender: string | null;
  readonly age: string | null;
  readonly citizenship: string | null;
  readonly main_form: string | null;
  readonly region: string | null;
  readonly detected: string | null;
  readonly org_type: string | null;
  readonly victim_status: string | null;
}

/** Two records side by side. */
export interface PairSides {
  readonly digest: string;
  readonly sides: readonly [PairRecord, PairRecord];
  /** Fields that both know and that are not the same; those one of them does not know are in neither. */
  readonly differs: readonly LinkageField[];
  readonly agrees: readonly LinkageField[];
}

/** The records of some pairs, in the order asked for. For the Working view alone. */
export async function pairRows(
  engine: Engine,
  digests: readonly string[],
  signal?: AbortSignal,
): Promise<PairSides[]> {
  const rows = await engine.query(
    sql`SELECT digest, side, file_no, (cases.rowid - least_row + 1)::DOUBLE AS row, gender::VARCHAR AS gender,
      coalesce(age_at_detection::VARCHAR, age_band_at_detection::VARCHAR) AS age, age_at_detection IS NULL AS banded,
      citizenship_group::VARCHAR AS citizenship, main_form::VARCHAR AS main_form, region,
      org_type::VARCHAR AS org_type, victim_status::VARCHAR AS victim_status,
      CASE WHEN detected__clock IN ('date'::e_clock, 'datetime'::e_clock) THEN strftime(make_timestamp((detected_h * 3600000000)::BIGINT), '%Y-%m-%d')
        ELSE strftime(index_month, '%Y-%m') END AS detected
    FROM (SELECT digest, 0 AS side, row_a AS at FROM link_pair UNION ALL SELECT digest, 1, row_b FROM link_pair) AS pair
    JOIN cases ON cases.rowid = pair.at JOIN (SELECT file_no, min(rowid) AS least_row FROM cases GROUP BY file_no) AS first USING (file_no)
    WHERE digest IN ${list(digests)} ORDER BY side`,
    { signal },
  );
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return digests.flatMap((digest) => {
    const own = rows.filter((row) => row.digest === digest);
    const [one, other] = own.map((row): PairRecord => ({
      ...{ file: Number(row.file_no), row: Number(row.row) },
      ...{ gender: text(row.gender), age: text(row.age), citizenship: text(row.citizenship) },
      ...{ main_form: text(row.main_form), region: text(row.region), detected: text(row.detected) },
      ...{ org_type: text(row.org_type), victim_status: text(row.victim_status) },
    }));
    if (!one || !other) return [];
    // Years and a band that holds them agree by the rules that found the pair.
    const sameAge = own.some(({ banded }) => banded === true) || one.age === other.age;
    const told = (['gender', 'age', 'citizenship', 'main_form', 'region'] as const).filter(
      (field) => one[field] !== null && other[field] !== null,
    );
    const agree = (field: LinkageField) =>
      field === 'age' ? sameAge : one[field] === other[field];
    return [
      {
        digest,
        sides: [one, other] as const,
        agrees: told.filter(agree),
        differs: told.filter((field) => !agree(field)),
      },
    ];
  });
}

import { expect, test } from 'vitest';
import { inspectFiles } from '$lib/ingest/import-files';
import { parseRecipe } from '$lib/ingest/recipe';
import { sql } from '$lib/schema/sql';
import { fiveDecisions } from '../fixtures/five-files/five-decisions';
import { fiveFiles, fiveFilesTold as told } from '../fixtures/five-files/five-files';
import { codes, engine, exact, load } from './engines';

const contents = Object.fromEntries(fiveFiles.map(({ name, bytes }) => [name, bytes]));

test('each of the five files is read as it was written', async () => {
  const chosen = fiveFiles.map(({ name, bytes }) => ({ name, blob: new Blob([bytes]) }));
  const proposals = await inspectFiles(chosen);
  for (const [i, { name, account, ...file }] of fiveFiles.entries()) {
    const found = proposals[i];
    expect(found, name).toMatchObject({
      table: file.table,
      encoding: file.encoding,
      delimiter: file.delimiter,
      headerRow: file.headerRow,
      records: account.records,
      rejected: account.rejected,
    });
    const read = found?.mapping.flatMap(({ source, target }) =>
      target ? [[source, target.split('.')[1]]] : [],
    );
    expect(Object.fromEntries(read ?? []), name).toEqual(file.proposed);
    const stopping = found?.identifiers.filter(({ handling }) => handling === 'stops');
    expect(
      stopping?.map(({ column }) => column),
      name,
    ).toEqual(file.drop);
  }
});

test('nothing is loaded before somebody decided; then every child is counted once', async () => {
  expect((await load(contents)).loaded).toBe(false);
  const unconfirmed = await load(contents, {
    confirm: 'exact',
    decisions: { ...fiveDecisions, confirmed: [] },
  });
  expect(unconfirmed.loaded).toBe(false);
  for (const report of unconfirmed.reports) expect(codes(report)).toContain('mapping-unconfirmed');

  const result = await load(contents, { confirm: 'exact', decisions: fiveDecisions });
  expect(result.loaded).toBe(true);
  result.reports.forEach(exact);
  for (const [i, { name, account }] of fiveFiles.entries())
    expect(result.reports[i], name).toMatchObject({ file: name, ...account });
  const ngo = result.reports.find(({ table }) => table === 'services');
  expect(ngo?.issues.find(({ code }) => code === 'looks-like-total')).toMatchObject({ count: 1 });
  const [found] = await (
    await engine()
  ).query(
    sql`SELECT count(DISTINCT case_key)::INT AS cases,
      count(*) FILTER (WHERE victim_status = 'identified')::INT AS identified,
      count(*) FILTER (WHERE victim_status = 'presumed')::INT AS presumed,
      count(*) FILTER (WHERE gender = 'female')::INT AS girls,
      count(*) FILTER (WHERE gender = 'male')::INT AS boys,
      count(*) FILTER (WHERE detected_h IS NOT NULL AND strftime(make_timestamp(CAST(detected_h * 3600000000 AS BIGINT)), '%Y-%m') = strftime(index_month, '%Y-%m'))::INT AS in_month,
      (SELECT count(*)::INT FROM placements JOIN cases USING (case_key)) AS placements,
      (SELECT count(*)::INT FROM services JOIN cases USING (case_key)) AS services
      FROM cases`,
  );
  expect(found).toEqual({ ...told, in_month: told.cases });

  const recipe = parseRecipe(JSON.stringify(result.recipe));
  const again = await load(contents, { confirm: 'exact', recipe });
  expect(again.loaded).toBe(true);
  expect(again.reports.map(({ accepted, warned }) => [accepted, warned])).toEqual(
    fiveFiles.map(({ account }) => [account.accepted, account.warned]),
  );
});

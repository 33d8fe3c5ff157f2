import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { sql } from '$lib/schema/sql';
import { codes, engine, exact, load, only } from './engines';

const query = async (statement: ReturnType<typeof sql>) => (await engine()).query(statement);

const id = '15031012345';
const sak = (inner: string, person = id, sex = '2') =>
  `<Sak Id="6f1c" StartDato="2025-02-01" Journalnummer="J-77">
    <Personalia Id="p" StartDato="2025-02-01" Fodselsnummer="${person}" Fodseldato="2010-03-15" Kjonn="${sex}"/>${inner}</Sak>`;
const file = (...all: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>
  <Barnevern Id="1" DatoUttrekk="2026-04-01T13:22:00+01:00">
    <Fagsystem Leverandor="L" Navn="N" Versjon="1"/><Avgiver Organisasjonsnummer="999999999" Kommunenummer="3401" Kommunenavn="Kongsvinger"/>
    ${all.join('\n')}
  </Barnevern>`;
const report = (ground: string, day: string, more = '') =>
  `<Melding Id="m" StartDato="${day}"><Melder Kode="8"/><Saksinnhold Kode="${ground}" Presisering="Ola Nordmann"/>
    <Konklusjon SluttDato="${day}" Kode="2"/></Melding>${more}`;
const measure = (kind: string, from: string, to: string, more = '') =>
  `<Tiltak Id="t" StartDato="${from}"><Lovhjemmel><Lov>BVL</Lov><Kapittel>5</Kapittel><Paragraf>1</Paragraf></Lovhjemmel>
    <Kategori Kode="${kind}"/>${more}${to && `<Konklusjon SluttDato="${to}"/>`}</Tiltak>`;

describe("Norway's reporting on child protection (XML)", () => {
  test('cases with trafficking among their grounds become tables, and nobody is named', async () => {
    const full = sak(
      report('27', '2025-02-03') +
        measure('1.1', '2025-02-10', '2025-06-01', '<Tilsyn><Utfort Id="u" UtfortDato="2025-03-01"/></Tilsyn>') +
        measure('7.3', '2025-03-01', '') +
        measure('9.7', '2025-03-01', '') +
        `<Flytting Id="f" StartDato="2025-06-01"><SluttDato/></Flytting><Flytting Id="g" StartDato="2025-02-10" SluttDato="2025-06-01"><ArsakFra Kode="2.5"/><FlyttingTil Kode="6"/></Flytting>
        <Ettervern Id="e" TilbudSendtDato="2025-06-02"><Konklusjon Kode="2" SluttDato="2025-06-05"/></Ettervern>
        <Melding Id="x" StartDato="2025-09-09" ErSlettet="true"><Saksinnhold Kode="27"/></Melding>`,
    ); // prettier-ignore
    const again = sak(report('2.4.06', '2026-02-01'));
    const other = sak(report('11', '2025-02-03'), '01010112345', '1');
    const result = await load({ 'uttrekk.xml': file(full, again, other) });
    expect(result.loaded).toBe(true);
    result.reports.forEach(exact);
    expect(result.reports.map(({ file: name, table, records }) => [name, table, records])).toEqual([
      ['uttrekk.xml/cases', 'cases', 2],
      ['uttrekk.xml/referrals', 'referrals', 2],
      ['uttrekk.xml/placements', 'placements', 1],
      ['uttrekk.xml/services', 'services', 3],
      ['uttrekk.xml/followups', 'followups', 1],
    ]);
    const [cases] = result.reports;
    const said = new Map(cases?.issues.map((one) => [one.code, one]));
    expect(said.get('other-cases')?.count).toBe(1);
    expect(said.get('deleted-elements')?.count).toBe(1);
    expect(said.get('series-break')).toMatchObject({ level: 'warning', count: 1 });
    expect(said.get('series-break')?.message.nb).toContain('1. januar 2026');
    expect(
      await query(
        sql`SELECT substr(case_key, 9) AS case_key, substr(child_key, 9) AS child_key, strftime(index_month, '%Y-%m') AS month, gender::VARCHAR AS gender, age_at_detection AS age, victim_status::VARCHAR AS status FROM cases ORDER BY case_key`,
      ),
    ).toEqual([
      { case_key: 'n1', child_key: 'b1', month: '2025-02', gender: 'female', age: 14, status: 'possible' }, // prettier-ignore
      { case_key: 'n2', child_key: 'b1', month: '2026-02', gender: 'female', age: 15, status: 'possible' }, // prettier-ignore
    ]);
    expect(
      await query(
        sql`SELECT placement_type::VARCHAR AS place, end_reason::VARCHAR AS why, (ended_h - started_h) / 24 AS days FROM placements`,
      ),
    ).toEqual([{ place: 'residential_general', why: 'child_request', days: 111 }]);
    expect(
      await query(
        sql`SELECT service_type::VARCHAR AS help, service_type__missing::VARCHAR AS gap, status::VARCHAR AS status FROM services ORDER BY service_key`,
      ),
    ).toEqual([
      { help: 'mental_health', gap: null, status: 'in_progress' },
      { help: null, gap: 'unmapped', status: 'in_progress' },
      { help: 'aftercare', gap: null, status: 'declined' },
    ]);
    expect(codes(result.reports[3]!)).toContain('value-not-in-code-list');
    expect(
      await query(
        sql`SELECT from_org_type::VARCHAR AS sender, status::VARCHAR AS status FROM referrals LIMIT 1`,
      ),
    ).toEqual([{ sender: 'police', status: 'accepted' }]);
    const everything = JSON.stringify([
      result,
      await query(sql`SELECT CAST(c AS VARCHAR) AS t FROM cases c`),
      await query(sql`SELECT CAST(c AS VARCHAR) AS t FROM referrals c`),
    ]);
    for (const secret of [id, '2010-03-15', 'J-77', 'Nordmann', 'Kongsvinger', '999999999'])
      expect(everything).not.toContain(secret);
  });

  test('a file without such a case says so, other XML and damaged XML say what to do', async () => {
    const none = await load({ 'a.xml': file(sak(report('11', '2025-02-03'))) });
    expect(none.reports[0]).toMatchObject({ records: 0 });
    expect(codes(none.reports[0]!)).toContain('other-cases');
    const other = only(await load({ 'b.xml': '<?xml version="1.0"?><iati><a>1</a></iati>' }));
    expect(other.issues[0]?.message.en).toContain('XML file of a kind that is not known here');
    expect(other.issues[0]?.message.nb).toContain('Lagre tabellen som CSV');
    const broken = only(await load({ 'c.xml': file(sak('<Melding>')) }));
    expect(broken.issues[0]?.message.en).toContain('not well-formed');
    const entity = only(
      await load({ 'd.xml': '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><Barnevern/>' }),
    );
    expect(entity.issues[0]?.message.en).toContain('not well-formed');
  });

  test('two files: children are told apart, one child is one, a case stands once', async () => {
    const keys = () => query(sql`SELECT case_key, child_key FROM cases ORDER BY file_no`);
    const one = (person: string, caseId: string) =>
      file(sak(report('27', '2025-02-03'), person).replace('6f1c', caseId));
    await load({ 'a.xml': one('15031011111', 'A'), 'b.xml': one('15031022222', 'B') });
    const [a, b] = await keys();
    expect(a?.case_key).not.toBe(b?.case_key);
    expect(a?.child_key).not.toBe(b?.child_key);
    await load({ 'a.xml': one(id, 'A'), 'b.xml': one(id, 'B') });
    const [c, d] = await keys();
    expect(c?.case_key).not.toBe(d?.case_key);
    expect(c?.child_key).toBe(d?.child_key);
    const again = await load({ 'a.xml': one(id, 'A'), 'b.xml': one(id, 'A') });
    expect(await keys()).toHaveLength(1);
    const said = again.reports.flatMap(({ issues }) => issues);
    expect(said.find(({ code }) => code === 'cases-again')).toMatchObject({ level: 'warning', count: 1 }); // prettier-ignore
  });

  test('what is no code, no day and no UTF-8 goes nowhere, and a ground without a day comes last', async () => {
    const odd = sak(
      `<Melding Id="m"><Saksinnhold Kode="27"/></Melding>${report('27', '2025-05-05')}${measure('constructor', '2025-13-10', '')}${measure('__proto__', '2025-02-10', '')}${measure(id, `2025-02-10 ${id}`, '')}<${`N${id}`}/>${id}<!-- ${id} -->`,
    );
    const result = await load({ 'a.xml': file(odd) });
    result.reports.forEach(exact);
    expect(await query(sql`SELECT strftime(index_month, '%Y-%m') AS month FROM cases`)).toEqual([{ month: '2025-05' }]); // prettier-ignore
    expect(result.facts?.tables.placements).toBeUndefined();
    const services = await query(sql`SELECT service_type__missing::VARCHAR AS gap FROM services`);
    expect(services).toEqual(Array.from({ length: 3 }, () => ({ gap: 'unmapped' })));
    const wide = new Uint8Array([0xff, 0xfe, ...Buffer.from(file(odd), 'utf16le')]);
    const bare = file(odd).replace(/^.*\n/, '<!DOCTYPE a>');
    const deep = file(sak(report('27', '2025-02-03') + '<a>'.repeat(30000) + '</a>'.repeat(30000)));
    const packed = new Uint8Array(gzipSync(file(odd)));
    for (const content of [packed, wide, bare, deep, file(`&x${id};`), file(odd).slice(0, -90)]) {
      const one = only(await load({ 'b.xml': content }));
      expect(one.issues.map(({ code }) => code)).toEqual(['not-a-table']);
      expect(JSON.stringify([result, one])).not.toContain(id);
    }
    const page = only(await load({ 'c.xls': '<!DOCTYPE html><html><td>Ola</td></html>' }));
    expect(page.issues[0]?.message.en).toContain('of a kind that is not known here');
    const table = await load({ 'd.csv': '<case_key>,<gender>\nA,girl\n' });
    expect(table.reports[0]?.records).toBe(1);
  });
});

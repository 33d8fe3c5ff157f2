import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { sql } from '$lib/schema/sql';
import { loadTables } from './loaded';

let engine: Engine;
beforeAll(async () => {
  engine = await nodeWasmEngine();
});
afterAll(() => engine.close());

const file = (key: string, more: Record<string, string> = {}) => ({
  case_key: key,
  index_month: '2025-01',
  victim_status: 'identified',
  age_at_detection: '15',
  detected_offset_h: '0',
  followup_end_offset_d: '100',
  ...more,
});

const place = (
  key: string,
  start: number,
  end: number | '',
  more: Record<string, string> = {},
) => ({
  placement_key: `${key} ${start} ${end} ${more.again ?? ''}`,
  case_key: key,
  placement_type: 'foster',
  started_offset_h: `${start}`,
  ended_offset_h: `${end}`,
  end_reason: 'planned',
  ...more,
});

describe('continuous care', () => {
  it('bridges gaps under seven days and no others', async () => {
    const placements = [
      place('bridged', 0, 100),
      place('bridged', 267, 400, { end_reason: 'reunified' }),
      place('apart', 0, 100),
      place('apart', 268, 400),
      place('same', 0, 100, { again: '1', end_reason: '' }),
      place('same', 0, 100, { again: '2' }),
      place('open', 0, ''),
      place('open', 50, 90),
      place('home', 0, 100, { placement_type: 'own_family' }),
    ];
    const cases = ['bridged', 'apart', 'same', 'open', 'home'].map((key) => file(key));
    await loadTables({ cases, placements }, engine);
    const rows = await engine.query(sql`
      SELECT case_key, start_h, care_spell.end_h, end_reason::VARCHAR AS end_reason, place, exit_h, exit_d
      FROM care_spell JOIN file_case USING (child) JOIN child USING (child) ORDER BY case_key, place`);
    expect(
      rows.map((row) => [row.case_key, row.start_h, row.end_h, row.end_reason, row.exit_h]),
    ).toEqual([
      ['apart', 0, 100, 'planned', 400],
      ['apart', 268, 400, 'planned', 400],
      ['bridged', 0, 400, 'reunified', 400],
      ['open', 0, null, 'planned', null],
      ['same', 0, 100, 'planned', 100],
    ]);
    expect(rows.find((row) => row.case_key === 'bridged')?.exit_d).toBe(16);
  });

  it('is not left by a child who died in it, nor after the end of follow-up', async () => {
    const placements = [
      place('died', 0, 240, { end_reason: 'deceased' }),
      place('file says', 0, 240),
      place('later', 0, 3000),
      place('left', 0, 240),
    ];
    const cases = [
      file('died'),
      file('file says', { closed_offset_d: '10', closure_reason: 'deceased' }),
      file('later'),
      file('left'),
    ];
    await loadTables({ cases, placements }, engine);
    const left = await engine.query(
      sql`SELECT case_key FROM child JOIN file_case USING (child) WHERE exit_h IS NOT NULL`,
    );
    expect(left.map((row) => row.case_key)).toEqual(['left']);
  });
});

describe('deprivation of liberty', () => {
  const held = (key: string, start: number, end: number | '') => ({
    detention_key: `${key} ${start}`,
    case_key: key,
    setting: 'police_cell',
    started_offset_h: `${start}`,
    ended_offset_h: `${end}`,
  });

  it('merges overlaps, and spells under a day apart where asked', async () => {
    const detention = [
      held('overlap', 0, 20),
      held('overlap', 10, ''),
      held('close', 0, 20),
      held('close', 43, 50),
      held('day', 0, 20),
      held('day', 44, 50),
    ];
    const placements = [
      place('closed', 0, 90, { placement_type: 'closed_shelter' }),
      place('free', 0, 90, { placement_type: 'closed_shelter', free_to_leave: 'yes' }),
      place('prison', 0, 90, { placement_type: 'detention' }),
    ];
    const cases = ['overlap', 'close', 'day', 'closed', 'free', 'prison'].map((key) => file(key));
    await loadTables({ cases, detention, placements }, engine);
    const spells = async (linked: boolean) => {
      const table = linked ? sql`linked_held_spell` : sql`held_spell`;
      const rows = await engine.query(
        sql`SELECT case_key, start_h, end_h, setting FROM ${table} JOIN file_case USING (child) ORDER BY case_key, start_h`,
      );
      return rows.map((row) => [row.case_key, row.start_h, row.end_h, row.setting]);
    };
    const apart = [
      ['closed', 0, 90, 'closed_shelter'],
      ['day', 0, 20, 'police_cell'],
      ['day', 44, 50, 'police_cell'],
      ['overlap', 0, 20, 'police_cell'],
      ['prison', 0, 90, null],
    ];
    expect(await spells(false)).toEqual(
      [
        apart[0],
        ['close', 0, 20, 'police_cell'],
        ['close', 43, 50, 'police_cell'],
        ...apart.slice(1),
      ].sort((a, b) => (`${a?.[0]}` < `${b?.[0]}` ? -1 : `${a?.[0]}` > `${b?.[0]}` ? 1 : 0)),
    );
    expect(await spells(true)).toEqual([['close', 0, 50, 'police_cell'], ...apart]);
  });
});

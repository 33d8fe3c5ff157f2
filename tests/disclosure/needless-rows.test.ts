import { expect, it } from 'vitest';
import type { Draft, DraftRow } from '$lib/disclosure/draft';
import { withoutNeedless } from '$lib/disclosure/needless-rows';
import { judge } from '$lib/disclosure/release';
import { refText } from '$lib/disclosure/plan';

const ref = (label: string) => ({ table: 0, key: [label] });
const row = (measure: string, more: Partial<DraftRow>): DraftRow => ({
  ...{ measure, period: 'all', by: {}, unit: 'share', statistic: 'S-P', value: 0.5, status: 'ok' },
  counts: [],
  ...more,
});
const counts = [ref('yes'), ref('no'), ref('unknown')];

/** A share and what it would be if none of the unknown were a yes. */
const draft = (unknown: number, mode: Draft['mode'] = 'release'): Draft => ({
  ...{ indicator: 'XX-01', revision: 1, mode, synthetic: true, query: '', notes: [] },
  ...{ threshold: 11, zeros: 'secondary', steps: [] },
  tables: [
    {
      dims: [{ name: 'answer', groups: { total: ['yes', 'no', 'unknown'] } }],
      cells: [
        { key: ['total'], value: 60 },
        { key: ['yes'], value: 40 - unknown },
        { key: ['no'], value: 20 },
        { key: ['unknown'], value: unknown },
      ],
    },
  ],
  rows: [
    row('count', { unit: 'children', value: 60, counts: [ref('total')] }),
    row('share', { counts: [ref('yes'), ref('no')] }),
    row('share_if_unknown_no', { counts, unless: [[ref('unknown')], []] }),
  ],
});

const left = (unknown: number, ...shown: string[]) =>
  withoutNeedless(draft(unknown), (one) =>
    shown.map((label) => refText(ref(label))).includes(refText(one)),
  ).map(({ measure }) => measure);

it('leaves out a row where its sums are shown to be the same, and nowhere else', () => {
  expect(left(0, 'unknown')).toEqual(['count', 'share']);
  expect(left(0)).toHaveLength(3);
  expect(left(7)).toHaveLength(3);
  expect(left(12, 'unknown')).toHaveLength(3);
});

it('says by no row whether nobody is unknown where that is withheld', async () => {
  const rows = async (unknown: number, mode?: Draft['mode']) =>
    (await judge(draft(unknown, mode))).released.rows.map(({ measure }) => measure);
  expect(await rows(0)).toEqual(['count', 'share']);
  expect(await rows(7)).toHaveLength(3);
  expect(await rows(0, 'working')).toEqual(['count', 'share']);
  expect(await rows(7, 'working')).toHaveLength(3);
});

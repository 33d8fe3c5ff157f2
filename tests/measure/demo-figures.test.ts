import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '$lib/indicators/catalogue';
import type { FigureSource } from '$lib/measure/figure';
import { loadDemo, see } from './loaded';

let demo: FigureSource;
beforeAll(async () => {
  demo = await loadDemo(2000);
});

describe('release', () => {
  it.each(catalogue.map(({ id }) => id))('%s by gender', async (id) => {
    const started = performance.now();
    const working = await see(demo, id, { by: [['gender']], period: { kind: 'year' } });
    const middle = performance.now();
    const released = await see(demo, id, {
      mode: 'release',
      by: [['gender']],
      period: { kind: 'year' },
    });
    console.log(
      id,
      Math.round(middle - started),
      Math.round(performance.now() - middle),
      JSON.stringify(released.protection),
      working.rows.length,
    );
    console.log(
      working.rows
        .slice(0, 6)
        .map(
          (r) =>
            `${r.measure} ${r.period} ${JSON.stringify(r.by)} ${JSON.stringify(r.value)} ${r.status}`,
        )
        .join('\n'),
    );
    console.log(
      released.steps.map((s) => `${s.kind} ${JSON.stringify(s.count)} ${s.words.en}`).join('\n'),
    );
    expect(released.protection.audit).not.toBe('not proven');
  });
});

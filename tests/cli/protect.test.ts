import { describe, expect, it } from 'vitest';
import { cliFolder, rapporteur } from './run-cli';

const { path, write } = cliFolder();

const table = (values: readonly number[], rules: object = {}) =>
  JSON.stringify({
    ...{ kind: 'count', threshold: 11, zeros: 'published' },
    dims: [{ name: 'form', groups: { all: ['labour', 'sexual', 'begging', 'crime'] } }],
    cells: [
      ...['labour', 'sexual', 'begging', 'crime'].map((label, at) => ({
        key: [label],
        value: values[at],
      })),
      { key: ['all'], value: values.reduce((sum, value) => sum + value, 0) },
    ],
    ...rules,
  });

const valuesOf = (out: string): (number | null)[] =>
  JSON.parse(out).cells.map(({ value }: { value: number | null }) => value);

describe('rounding', () => {
  it('prints a controlled rounding that still adds up, and how far it went', () => {
    const rounding = { base: 5, method: 'controlled' };
    const file = write('c.json', table([41, 33, 22, 17], { rounding }));
    const { code, out } = rapporteur('protect', file, '--json');
    expect(code).toBe(0);
    const [all, ...parts] = valuesOf(out).reverse() as number[];
    expect(parts.reduce((sum, value) => sum + value, 0)).toBe(all);
    expect([all, ...parts].every((value) => value! % 5 === 0)).toBe(true);
    expect(JSON.parse(out).rounding).toEqual({ ...rounding, steps: 0 });
  });

  it('refuses to hide up to 5 and round to 5, and says what fits', () => {
    const rounding = { base: 5, method: 'nearest' };
    const file = write('leaky.json', table([41, 33, 22, 17], { threshold: 6, rounding }));
    const { code, out, err } = rapporteur('protect', file, '--json');
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('a printed 5 could only be 6 or 7');
    expect(err).toContain('threshold 8');
  });
});

describe('tables published before', () => {
  it('are read from what protect printed and count as known', () => {
    const first = rapporteur('protect', write('first.json', table([41, 33, 4, 17])), '--json');
    expect(first.code).toBe(0);
    const before = write('published.json', first.out);
    const same = rapporteur('protect', path('first.json'), '--earlier', before, '--json');
    expect(same.code).toBe(0);
    expect(valuesOf(same.out)).toEqual(valuesOf(first.out));
    const late = write('late.json', table([42, 33, 4, 17]));
    const { code, out, err } = rapporteur('protect', late, '--earlier', before, '--json');
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('labour of an earlier table has another figure now');
  });

  it('are refused where they are rounded, and named where they are in the way', () => {
    const rounding = { base: 3, method: 'nearest' };
    const { out } = rapporteur('protect', write('r.json', table([41, 33, 22, 17], { rounding })));
    const rounded = write('rounded.json', out);
    expect(rapporteur('protect', path('r.json'), '--earlier', rounded).code).toBe(1);
    const { dims, cells } = JSON.parse(table([41, 33, 4, 17]));
    const shown = cells.filter(({ key }: { key: string[] }) => key[0] !== 'begging');
    const before = write('all.json', JSON.stringify({ dims, cells: shown }));
    const { code, err } = rapporteur('protect', path('first.json'), '--earlier', before);
    expect(code).toBe(1);
    expect(err).toContain(`In the way of a safe pattern: ${before}.`);
  });
});

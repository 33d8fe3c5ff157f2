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

describe('amounts', () => {
  const grants = (rules: object = {}) =>
    table([330, 150, 120, 260], {
      ...{ kind: 'magnitude', threshold: 3 },
      cells: [
        { key: ['labour'], value: 330, contributions: [300, 20], count: 3 },
        { key: ['sexual'], value: 150, contributions: [30, 30, 30, 30, 30] },
        { key: ['begging'], value: 15, contributions: [3, 3, 3, 3, 3] },
        { key: ['crime'], value: 260, contributions: [65, 65, 65, 65] },
        { key: ['all'], value: 755, contributions: [300, 65], count: 17 },
      ],
      ...rules,
    });

  it('are withheld where one contributor stands out, and nobody is printed', () => {
    const { code, out } = rapporteur('protect', write('grants.json', grants()), '--json');
    expect(code).toBe(0);
    // 10 % of 300 less the 10 of the third: the other amount hides 20, which 15 cannot.
    expect(valuesOf(out)).toEqual([null, null, 15, 260, 755]);
    expect(out).not.toContain('contributions');
    const mild = write('mild.json', grants({ dominance: { p: 3 } }));
    expect(valuesOf(rapporteur('protect', mild, '--json').out)).not.toContain(null);
  });

  it('are refused without their contributors, and the format can be asked for', () => {
    const cells = JSON.parse(grants()).cells.slice(1);
    const file = write('bare.json', grants({ cells: [{ key: ['labour'], value: 330 }, ...cells] }));
    const { code, err } = rapporteur('protect', file, '--json');
    expect(code).toBe(1);
    expect(err).toContain('Cell labour needs its contributions');
    expect(rapporteur('protect', '--help').out).toContain('contributions');
  });
});

describe('a sensitive dimension', () => {
  it('hides that everybody in a group has one code', () => {
    const plain = JSON.parse(table([40, 0, 0, 0]));
    const shown = rapporteur('protect', write('plain.json', JSON.stringify(plain)), '--json');
    expect(valuesOf(shown.out)).toEqual([40, 0, 0, 0, 40]);
    plain.dims[0].sensitive = true;
    const { code, out } = rapporteur('protect', write('all-one.json', JSON.stringify(plain)));
    expect(code).toBe(0);
    expect(valuesOf(out)[0]).toBeNull();
    expect(valuesOf(out).slice(1, 4)).toContain(null);
    expect(valuesOf(out)[4]).toBe(40);
  });
});

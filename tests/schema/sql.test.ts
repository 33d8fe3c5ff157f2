import { describe, expect, it } from 'vitest';
import { join, list, name, slot, sql } from '$lib/schema/sql';

describe('the sql tag', () => {
  it('turns values into literals that cannot break out', () => {
    expect(String(sql`SELECT ${"O'Neil'; DROP TABLE cases; --"}`)).toBe(
      "SELECT 'O''Neil''; DROP TABLE cases; --'",
    );
    expect(String(sql`SELECT ${1}, ${1.5}, ${-2}, ${true}, ${null}`)).toBe(
      'SELECT 1, 1.5::DOUBLE, -2, TRUE, NULL',
    );
  });
  it('splices SQL into SQL and keeps the order of values', () => {
    const inner = sql`gender = ${'female'}`;
    const outer = sql`SELECT ${1} WHERE ${inner} AND age < ${18}`;
    expect(outer.values).toEqual([1, 'female', 18]);
    expect(String(outer)).toBe("SELECT 1 WHERE gender = 'female' AND age < 18");
  });
  it('joins lists, and an empty list matches nothing', () => {
    expect(String(join([sql`a`, sql`b`], sql` AND `))).toBe('a AND b');
    expect(String(list(['x', 2]))).toBe("('x', 2)");
    expect(String(list([]))).toBe('(NULL)');
  });
  it('refuses names and values that could carry SQL', () => {
    expect(() => name('cases; DROP')).toThrow();
    expect(() => name('"')).toThrow();
    expect(String(slot(7))).toBe('"c7"');
    expect(() => String(sql`${Number.NaN}`)).toThrow();
    expect(() => String(sql`${'a\0b'}`)).toThrow();
  });
});

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { codesOf } from '$lib/schema/breakdowns';
import { indicatorOf } from '$lib/indicators/catalogue';
import { crosswalks, type Crosswalk } from '$lib/indicators/crosswalks';

const known = (codesOf('checklist_item') ?? []).map(({ code }) => code);
const file = (id: string) =>
  fileURLToPath(new URL(`../../src/lib/indicators/${id.toLowerCase()}.ts`, import.meta.url));

describe.each([
  ['child10', 'C10-', 10],
  ['ecpat', 'EC-', 13],
] as const)('%s', (name, prefix, count) => {
  const { items, source, title }: Crosswalk = crosswalks[name];

  it('has every item of the code list once, in its order', () => {
    expect(items.map(({ item }) => item)).toEqual(known.filter((code) => code.startsWith(prefix)));
    expect(items).toHaveLength(count);
  });

  it('names well-formed ids, none twice beside an item', () => {
    for (const { item, links } of items) {
      expect(links.length, item).toBeGreaterThan(0);
      expect(new Set(links.map(({ id }) => id)).size, item).toBe(links.length);
      for (const { id } of links)
        expect(id, item).toMatch(/^(ID|RF|GP|ND|MC|VW|RR|SW|FC|PQ|DQ)-\d\d$/);
    }
  });

  it('finds every indicator that is built', () => {
    const ids = items.flatMap(({ links }) => links.map(({ id }) => id));
    for (const id of ids) expect(indicatorOf(id) !== null, id).toBe(existsSync(file(id)));
    expect(ids.some((id) => indicatorOf(id) !== null)).toBe(true);
  });

  it('says where its items come from, and everything in two languages', () => {
    expect(source).toMatch(/^\d{3}_[0-9a-f]{16}\.txt:[\d, -]+$/);
    const texts = items.flatMap(({ links, note }) => [
      ...links.flatMap(({ part }) => (part ? [part] : [])),
      ...(note ? [note] : []),
    ]);
    for (const { en, nb } of [title, ...texts]) {
      expect(en).not.toBe('');
      expect(nb).not.toBe('');
      expect(nb).not.toBe(en);
    }
  });
});

import { expect, test } from 'vitest';
import { shownCell } from '$lib/ingest/cell-mask';

test.each([
  ['Kari Nordmann born 31/01/2009', 'aaaa aaaaaaaa aaaa 99/99/9999'],
  ['seen by Ola Hansen', 'aaaa aa aaa aaaaaa'],
  ['closed 2024-01-31 by us', 'aaaaaa 9999-99-99 aa aa'],
  ['she was seen near the old station', 'aaa aaa aaaa aaaa aaa aaa aaaaaaa'],
  ['a@b.no', 'a@a.aa'],
  ['12345678901', '99999999999'],
])('%s is shown by its form', (cell, form) => expect(shownCell(cell)).toBe(form));

test.each([
  'jentebarn',
  'sexual exploitation',
  '2024-01-31',
  '31.01.2024',
  'C2',
  'not known (yet)',
])('%s is shown', (cell) => expect(shownCell(cell)).toBe(cell));

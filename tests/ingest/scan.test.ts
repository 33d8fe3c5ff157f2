import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { describe, expect, test } from 'vitest';
import type { Scan } from '$lib/ingest/record-tally';
import { scan } from '$lib/ingest/scan';
import { goodRecords } from '$lib/ingest/well-formed';
import { slowRead } from './slow-reader';

const scanText = (text: string | Uint8Array<ArrayBuffer>, delimiter = ','): Promise<Scan> =>
  scan(new Blob([text]), { delimiter, quote: '"' });

const counts = ({ records, good, rejected, blankLines }: Scan) => ({
  records,
  good,
  rejected,
  blankLines,
});

describe('records of plain files', () => {
  test.each([
    ['LF', 'a,b\n1,2\n3,4\n', '\n'],
    ['CRLF', 'a,b\r\n1,2\r\n3,4\r\n', '\r\n'],
    ['CR', 'a,b\r1,2\r3,4\r', '\r'],
    ['mixed', 'a,b\r\n1,2\n3,4\r', 'mixed'],
    ['no newline at the end', 'a,b\n1,2\n3,4', '\n'],
  ])('%s', async (_, text, newline) => {
    const found = await scanText(text);
    expect(counts(found)).toEqual({ records: 2, good: 2, rejected: 0, blankLines: 0 });
    expect(found.newline).toBe(newline);
    expect([found.lines.lineOf(0), found.lines.lineOf(1)]).toEqual([2, 3]);
  });

  test('blank lines are counted apart, and are records in a one-column file', async () => {
    const two = await scanText('a,b\n\n1,2\n   \n3,4\n\n');
    expect(counts(two)).toEqual({ records: 2, good: 2, rejected: 0, blankLines: 3 });
    expect(two.lines.lineOf(1)).toBe(5);
    const one = await scanText('a\nx\n\ny\n');
    expect(counts(one)).toEqual({ records: 3, good: 3, rejected: 0, blankLines: 0 });
  });

  test('quoted cells hold delimiters, doubled quotes and line ends', async () => {
    const found = await scanText('a,b\n"x,""y""\nz",2\n3,4\n');
    expect(counts(found)).toEqual({ records: 2, good: 2, rejected: 0, blankLines: 0 });
    expect(found.multiline).toEqual({ count: 1, lines: [2] });
    expect(found.lines.lineOf(1)).toBe(4);
  });

  test('a quote in the middle of a plain cell is only a sign', async () => {
    expect(counts(await scanText('a,b\n5" pipe,2\n3,4"\n'))).toMatchObject({
      good: 2,
      rejected: 0,
    });
  });

  test('NUL bytes and at signs are seen with their column', async () => {
    const found = await scanText('a,b\nx\0y,z@q\n1,"m@n"\n');
    expect(found.nul).toEqual({ count: 1, lines: [2] });
    expect([...found.atSigns]).toEqual([0, 2]);
  });

  test('a cell of a million characters, quoted or not', async () => {
    const long = 'x'.repeat(1_000_000);
    const found = await scanText(`a,b\n${long},1\n"${long}",2\n`);
    expect(counts(found)).toMatchObject({ good: 2, rejected: 0 });
    expect(found.longest).toBe(1_000_005);
  });
});

describe('records that cannot be read', () => {
  test('another number of fields', async () => {
    const found = await scanText('a,b,c\n1,2\n1,2,3\n1,2,3,4\n');
    expect(counts(found)).toEqual({ records: 3, good: 1, rejected: 2, blankLines: 0 });
    expect(found.rejects.map(({ line }) => line)).toEqual([2, 4]);
    expect(found.rejects[0]?.reason.en).toBe('2 fields where the header has 3');
  });

  test('text after a closing quote', async () => {
    const found = await scanText('a,b\n"x"y,2\n3,4\n');
    expect(counts(found)).toMatchObject({ good: 1, rejected: 1 });
    expect(found.rejects[0]).toMatchObject({
      line: 2,
      reason: { en: 'text after a closing quote' },
    });
  });

  test('a quote that is never closed costs its own line only', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => `${i},${i},x`);
    rows[10] = '10,"open,x';
    const found = await scanText(`a,b,c\n${rows.join('\n')}\n`);
    expect(counts(found)).toEqual({ records: 50, good: 49, rejected: 1, blankLines: 0 });
    expect(found.rejects[0]?.line).toBe(12);
    expect(found.rejects[0]?.reason.en).toMatch(/never closed \(lines 12 to \d+\)$/);
    expect(found.lines.lineOf(48)).toBe(51);
  });

  test('a bad quote that runs into a good one costs its own line only', async () => {
    const found = await scanText('a,b,c,d\n1,"open,3,4\n5,6,7,8\n9,"x",1,2\n3,"y",4,5\n');
    expect(counts(found)).toMatchObject({ records: 4, good: 3, rejected: 1 });
    expect(found.rejects[0]).toMatchObject({ line: 2 });
  });

  test('a quote left open in the header never makes a record the header', async () => {
    const found = await scanText('"a,b,c\n1,2,3\n4,"x",6\n7,8,9\n');
    expect(found.headerOpen).toBe(true);
    expect(found.fields).toBe(1);
    expect(found.records).toBe(3);
    expect((await scanText('"a","b\nc"\n1,2\n')).headerOpen).toBe(false);
  });

  test('a record of more than 16 MB is rejected, quoted or not', async () => {
    const long = 'x'.repeat(17 << 20);
    const found = await scanText(`a,b\n1,2\n${long},1\n"${long}",2\n3,4\n`);
    expect(counts(found)).toMatchObject({ records: 4, good: 2, rejected: 2 });
    expect(found.rejects.map(({ line, reason }) => [line, reason.en])).toEqual([
      [3, 'a record of more than 16 MB'],
      [4, 'a record of more than 16 MB'],
    ]);
  });

  test('two bad quotes that would swallow the records between them', async () => {
    const found = await scanText('a,b,c,d\n1,"open,3,4\n5,6,7,8\n5,6,7,8\n9,shut",1,2\n');
    expect(found.rejected).toBe(1);
    expect(found.good).toBe(3);
  });

  test('many bad quotes do not make the scan slow or lose the rest', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => (i % 2 ? `${i},"open,x` : `${i},b,c`));
    const found = await scanText(`a,b,c\n${rows.join('\n')}\n`);
    expect(found.records).toBe(20_000);
    expect(found.good).toBe(10_000);
  });

  test('good ranges and rejected ranges together are the file below its header', async () => {
    const text = 'a,b\n1,2\nbad\n3,4\n\n5,6\n"x"y,1\n';
    const found = await scanText(text);
    const good = found.ranges.map(([from, to]) => text.slice(from, to));
    const bad = found.rejects.map(({ byteStart, byteEnd }) => text.slice(byteStart, byteEnd));
    expect(good).toEqual(['1,2\n', '3,4\n', '5,6\n']);
    expect(bad).toEqual(['bad\n', '"x"y,1\n']);
  });
});

/** A file of two pieces and a half, whose records differ in length, with `odd` in every 1,000th. */
function pieces(newline: string, odd: string): { text: string; rows: number } {
  const rows = ['h1,h2,h3'];
  for (let bytes = 0, i = 0; bytes < 10 << 20; i++) {
    const row = `${i},${'x'.repeat(150 + (i % 97))},${i % 1000 === 999 ? odd : 'y'}`;
    rows.push(row);
    bytes += row.length + newline.length;
  }
  return { text: rows.join(newline) + newline, rows: rows.length - 1 };
}

describe('every record of a file that is read in pieces is judged', () => {
  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('%s', async (_, newline) => {
    const { text, rows } = pieces(newline, 'm@n');
    const found = await scanText(text);
    expect(counts(found)).toEqual({ records: rows, good: rows, rejected: 0, blankLines: 0 });
    expect([...found.atSigns]).toEqual([0, 0, Math.floor(rows / 1000)]);
    expect(found.newline).toBe(newline);
    expect(found.ranges).toEqual([[8 + newline.length, text.length]]);
    expect(found.lines.lineOf(rows - 1)).toBe(rows + 1);
    expect(found.irregular).toBe(false);
  });

  test('one record too wide, one NUL byte and one quote in each thousand', async () => {
    for (const [odd, kind] of [
      ['y,z', 'rejected'],
      ['\0', 'nul'],
      ['"y,\nz"', 'multiline'],
    ] as const) {
      const { text, rows } = pieces('\n', odd);
      const found = await scanText(text);
      expect(found.records).toBe(rows);
      const times = Math.floor(rows / 1000);
      expect(kind === 'rejected' ? found.rejected : found[kind].count).toBe(times);
      expect(found.good + found.rejected).toBe(found.records);
    }
  });

  test('a newline of two bytes that stands across two pieces is one newline', async () => {
    const first = 4 << 20;
    for (const before of [0, 1, 2]) {
      const text = `a,b\r\n1,${'x'.repeat(first - 8 - before)}\r\n2,y\r\n`;
      const found = await scanText(text);
      expect(counts(found)).toEqual({ records: 2, good: 2, rejected: 0, blankLines: 0 });
      expect(found.newline).toBe('\r\n');
      expect(found.longest).toBe(first - 8 - before + 4);
    }
  });
});

test('bytes that are not UTF-8 are found wherever they are', async () => {
  const ascii = new TextEncoder().encode(`a,b\n${'1,2\n'.repeat(3000)}`);
  const bytes = new Uint8Array([...ascii, 0x78, 0xe5, 0x2c, 0x31, 0x0a]);
  expect((await scanText(bytes)).invalidUtf8At).toBe(ascii.length + 1);
  expect((await scanText('a,b\nå,€\n𝄞,1\n')).invalidUtf8At).toBeNull();
});

/** Random text of quoted and plain cells, sometimes with a cell too many, blank lines, any newline. */
function mangled(random: RandomGenerator): string {
  const draw = (n: number) => (random.next() >>> 0) % n;
  const ends = ['\n', '\r\n', '\r'];
  const width = 1 + draw(5);
  const only = draw(4) ? ends[draw(3)] : null;
  const end = () => only ?? ends[draw(3)] ?? '\n';
  const cell = () => {
    const signs = ['a', 'æ', ' ', '€', '1', '@', '\t', '𝄞', '='];
    const plain = Array.from({ length: draw(6) }, () => signs[draw(signs.length)] ?? '').join('');
    if (draw(3)) return `x${plain.trim()}`;
    const inner = [...plain, ...Array.from({ length: draw(3) }, () => ['""', ',', end()][draw(3)])];
    return `"${inner.join('')}"`;
  };
  const row = (n: number) => Array.from({ length: n }, cell).join(',');
  let text = Array.from({ length: width }, (_, i) => `h${i}`).join(',');
  for (let i = draw(40); i > 0; i--)
    text += end() + (draw(12) || width === 1 ? row(draw(9) ? width : width + 1) : '');
  return draw(2) ? text + end() : text;
}

test('agrees with an independent slow reader on mangled files', async () => {
  const random = xoroshiro128plus(20261122);
  for (let k = 0; k < 400; k++) {
    const text = mangled(random);
    const width = text.split(/[\r\n]/)[0]?.split(',').length ?? 1;
    if (width === 1) continue;
    const slow = slowRead(text, ',');
    const fast = await scanText(text);
    expect({ ...counts(fast), text }).toEqual({
      records: slow.good.length + slow.bad,
      good: slow.good.length,
      rejected: slow.bad,
      blankLines: slow.blank,
      text,
    });
    expect(slow.goodLines.map((_, i) => fast.lines.lineOf(i))).toEqual(slow.goodLines);
    const read: string[][] = [];
    const dialect = { delimiter: ',', quote: '"' };
    for await (const rows of goodRecords(new Blob([text]), fast, dialect)) read.push(...rows);
    expect(read).toEqual(slow.good);
  }
});

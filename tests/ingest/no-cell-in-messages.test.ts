import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, test } from 'vitest';
import { tables } from '$lib/schema/tables';
import { exact, load } from './engines';

const marker = 'XyzzyMarker';
const random = xoroshiro128plus(7);
const draw = (n: number) => (random.next() >>> 0) % n;

/** A cell that carries the marker in a form that some rule will trip over. */
function planted(): string {
  const forms = [
    marker,
    `"${marker}`,
    `"${marker}"x`,
    `${marker}@example.org`,
    `"${marker}\n${marker}"`,
    `${marker} ${marker} was seen at the old station that night`,
    `1${marker}`,
    `31/01/2024 ${marker}`,
    `=${marker}()`,
    `${marker}\0`,
    `https://example.org/${marker}`,
    `${marker},${marker}`,
    `Total ${marker}`,
  ];
  return forms[draw(forms.length)] ?? marker;
}

test('no report, fact, recipe or error ever repeats the content of a cell', async () => {
  for (let k = 0; k < 40; k++) {
    const table = tables[draw(tables.length)];
    if (!table) continue;
    const header = table.columns.flatMap((column) => column.fields.map((field) => field.name));
    const rows = Array.from({ length: 3 + draw(6) }, (_, i) =>
      header.map((_, at) =>
        draw(10) ? (draw(3) ? '' : '7') : at === 0 && draw(2) ? `K${i}` : planted(),
      ),
    );
    const text = [header, ...rows].map((cells) => cells.join(',')).join('\n');
    let said: string;
    try {
      const result = await load({ [`${table.name}.csv`]: `${text}\n` });
      result.reports.forEach(exact);
      said = JSON.stringify(result);
    } catch (error) {
      said =
        error instanceof Error ? `${error.message} ${String(error.cause ?? '')}` : String(error);
      expect(said).toBe('no error at all');
    }
    expect(said.includes(marker)).toBe(false);
  }
}, 120_000);

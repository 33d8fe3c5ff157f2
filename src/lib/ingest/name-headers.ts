import type { Issue } from '$lib/schema/issue';
import { nbNumber } from './nb-number';

/**
 * Signs that nobody sees: they would hide that two names are one, or show a name in another order
 * than it is written in (Unicode bidirectional controls). Joiners that some scripts need stay.
 */
const unseen = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Headers without gaps and doubles: empty ones become `column 3`, repeated ones `name (2)`. */
export function nameHeaders(
  cells: readonly string[],
  line: number,
  issues: Issue[],
): readonly string[] {
  const taken = new Set<string>();
  let [empty, doubled] = [0, 0];
  const names = cells.map((cell, i) => {
    const given = cell
      .replace(unseen, '')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim();
    if (!given) empty++;
    const wanted = given || `column ${i + 1}`;
    let name = wanted;
    for (let n = 2; taken.has(name); n++) name = `${wanted} (${n})`;
    if (name !== wanted) doubled++;
    taken.add(name);
    return name;
  });
  if (empty)
    issues.push({
      level: 'warning',
      code: 'header-empty',
      count: empty,
      lines: [line],
      message: {
        en: `${empty} ${empty === 1 ? 'column has' : 'columns have'} no name; shown here by number.`,
        nb: `${nbNumber(empty)} ${empty === 1 ? 'kolonne' : 'kolonner'} har ikke navn; vist her med nummer.`,
      },
    });
  if (doubled)
    issues.push({
      level: 'warning',
      code: 'header-twice',
      count: doubled,
      lines: [line],
      message: {
        en: `${doubled} column ${doubled === 1 ? 'name appears' : 'names appear'} more than once; only the first of each is read.`,
        nb: `${nbNumber(doubled)} kolonnenavn står mer enn én gang; bare den første kolonnen med hvert navn leses.`,
      },
    });
  return names;
}

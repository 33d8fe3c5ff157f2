import type { Issue } from '$lib/schema/issue';
import { shownCell } from './cell-mask';
import type { Reading } from './column-sql';
import { doubtOf } from './doubtful-code';

/** Words named in one issue. */
const mostNamed = 12;

/**
 * What is said of words that were read as codes and of which nobody said what they stand for: a note a
 * column, and a warning of those that could stand for something else. Of each the word is named, which
 * is one of a published list, and never another cell.
 */
export const codeNotes = (readings: readonly Reading[]): readonly Issue[] =>
  readings.flatMap(({ binding: { column, source }, map, decided }): readonly Issue[] => {
    if (!column.codes.length) return [];
    const read = [...map].flatMap(([word, meaning]) =>
      'code' in meaning && !decided?.has(word) ? [{ word, code: meaning.code }] : [],
    );
    const doubtful = read.flatMap(({ word, code }) => {
      const reason = doubtOf(column, word, map.keys());
      return reason ? [{ word, code, reason }] : [];
    });
    const named = read.filter(({ word }) => doubtful.every((one) => one.word !== word));
    const list = named
      .slice(0, mostNamed)
      .map(({ word, code }) => `${shownCell(word)} → ${code}`)
      .join(', ');
    const more = named.length - mostNamed;
    const rest = more > 0 ? { en: ` and ${more} more`, nb: ` og ${more} til` } : { en: '', nb: '' };
    return [
      ...(list
        ? [
            {
              level: 'note' as const,
              code: 'codes-by-synonym',
              column: source,
              count: 1,
              message: {
                en: `Read as codes by known words: ${list}${rest.en}.`,
                nb: `Lest som koder etter kjente ord: ${list}${rest.nb}.`,
              },
            },
          ]
        : []),
      ...doubtful.map(({ word, code, reason }) => ({
        level: 'warning' as const,
        code: 'code-doubtful',
        column: source,
        count: 1,
        message: {
          en: `“${shownCell(word)}” is read as ${code}: ${reason.en}. Confirm it.`,
          nb: `«${shownCell(word)}» er lest som ${code}: ${reason.nb}. Bekreft det.`,
        },
      })),
    ];
  });

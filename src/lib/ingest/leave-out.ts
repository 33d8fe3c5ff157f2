import { inspectWords } from './inspect-words';
import type { Inspected } from './inspected';

/**
 * A file that somebody left out, with the reason: it feeds nothing, nothing in it stops the others, and
 * its records are counted as left out.
 */
export function leaveOut({ proposal, ready }: Inspected, reason: string): Inspected {
  const unread = proposal.headerRow === null;
  return {
    proposal: {
      ...proposal,
      table: null,
      adapter: null,
      mapping: proposal.mapping.map(({ source }) => ({
        source,
        target: null,
        tier: 'none',
        reason: inspectWords.fileLeftOut,
      })),
      codes: [],
      identifiers: [],
      warnings: [
        {
          level: 'note',
          code: 'file-left-out',
          count: proposal.records,
          message: {
            en: `The whole file was left out by decision: ${reason}${unread ? ' It cannot be read, so its records were not counted.' : ''}`,
            nb: `Hele filen er utelatt etter valg: ${reason}${unread ? ' Den kan ikke leses, så postene er ikke talt.' : ''}`,
          },
        },
      ],
      cannotFeed: [],
      stops: false,
    },
    ready: ready && {
      ...ready,
      table: null,
      adapter: null,
      plan: null,
      recipe: { ...ready.recipe, leftOut: reason },
    },
  };
}

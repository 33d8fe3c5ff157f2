import type { Text } from '$lib/schema/text';
import type { PublishedShape } from './published-shape';

/** A table that is known and feeds nothing. */
export const nothing = (
  role: string,
  title: Text,
  header: readonly string[],
  why: Text,
  named?: RegExp,
): PublishedShape => ({
  role,
  source: '',
  title,
  header,
  named,
  cannotFeed: [why],
  feeds: null,
});

import type { View } from '$lib/measure/view';

/**
 * One period, whatever the view cuts time by, without breakdowns or a group to compare with:
 * filters, protection, first and last month stay. `options` are those of the page alone.
 */
export const wholeView = (
  { mode, period: { from, to }, where, threshold }: View,
  options: View['options'] = {},
): View => ({
  mode,
  period: { kind: 'all', ...(from ? { from } : {}), ...(to ? { to } : {}) },
  by: [],
  where,
  options,
  threshold,
});

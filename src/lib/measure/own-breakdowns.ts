import { isRowBreakdown } from '$lib/schema/breakdowns';
import type { Request } from './request';
import { rowColumns } from './row-columns';

/**
 * The request without the breakdowns that its rows have no column for: of the questions of one
 * definition, each can be split only by what its own rows tell.
 */
export async function ownBreakdowns(request: Request): Promise<Request> {
  const { indicator, view } = request;
  if (!indicator.rows || !view.by.flat().some(isRowBreakdown)) return request;
  const columns = await rowColumns(request);
  const breakdowns = indicator.breakdowns.filter(
    (breakdown) => !isRowBreakdown(breakdown) || columns.has(breakdown),
  );
  return { ...request, indicator: { ...indicator, breakdowns } };
}

import type { Row } from '$lib/engine/engine';
import { sql } from '$lib/schema/sql';
import { careMonths } from './care-months';
import { calendarRows } from './calendar-rows';
import { careShares } from './care-shares';
import {
  cliffMonths,
  type CalendarGrant,
  type CalendarProgramme,
  type CalendarSpan,
} from './calendar-programme';
import { dayOf, grantDays } from './grant-days';
import type { Part } from './part';
import { addMonths } from './period';
import type { Request } from './request';

/**
 * Grants of programmes beside their children in care, month by month. Dates of grants are exact; a day
 * of care is only where the files give calendar dates, else the months that a stay and a gap share. Dates
 * that were shifted would fall on the wrong day of the calendar and look exact: no child is counted then.
 */
export async function careCalendar(request: Request): Promise<Part> {
  const { engine, indicator, choice, signal, slices, facts, view } = request;
  const statement = indicator.rows?.(choice) ?? sql``;
  const found = await engine.query(sql`SELECT * FROM (${statement}) ORDER BY place`, { signal });
  const months = { first: slices[0]!.first, last: slices.at(-1)!.last };
  const cutMonth = facts.meta.extractMonth ?? months.last;
  const span: CalendarSpan = {
    id: `${months.first}..${months.last}`,
    first: dayOf(`${months.first}-01`),
    last: lastDayOf(months.last),
    cutoff: lastDayOf(cutMonth),
  };
  const ahead = lastDayOf(addMonths(cutMonth, cliffMonths[1]));
  const programmes = [...new Set(found.map((row) => String(row.programme)))].map(
    (programme): CalendarProgramme => {
      const grants = found
        .filter((row) => String(row.programme) === programme && row.valid === true)
        .map(grantOf);
      return { programme, grants, days: grantDays(grants, span, span.cutoff, ahead) };
    },
  );
  const invalid = found.some((row) => row.valid !== true && row.start_date !== null);
  const byProgramme = view.by.some((columns) => columns.includes('programme'));
  const inScope = programmes.filter(({ days }) => days !== null);
  const refused = facts.meta.dateMode === 'shifted';
  const asked = ['placements', 'services'].some((table) => choice.has(table, 'programme_key'));
  const care =
    refused || !asked
      ? null
      : await careMonths(
          request,
          inScope.flatMap(({ programme, days }) => (days ? [{ ...days, programme }] : [])),
          facts.meta.dateMode === 'exact',
        );
  return {
    rows: [
      ...calendarRows(request, span, programmes, byProgramme, invalid),
      ...(care ? careShares(request, span, inScope, programmes, care.counts, byProgramme) : []),
    ],
    tables: care?.tables ?? [],
    whole: [],
    queries: [String(statement), ...(care ? [care.query] : [])],
  };
}

function grantOf(row: Row): CalendarGrant {
  const day = (value: unknown) => (value === null ? null : dayOf(String(value)));
  const start = dayOf(String(row.start_date));
  return {
    start,
    money: day(row.money_date) ?? start,
    end: day(row.end_date),
    covers: row.covers === 'yes' || row.covers === 'no' ? row.covers : null,
    paid: row.paid === true,
    modality: row.modality === null ? 'unknown' : String(row.modality),
    payment: day(row.paid_date),
  };
}

const lastDayOf = (month: string) => dayOf(`${addMonths(month, 1)}-01`) - 1;

/** Minutes in an hour and in a day; a moment is whole minutes since 1970-01-01T00:00Z. */
export const HOUR = 60;
export const DAY = 1440;

const written = new Map<number, string>();

/** `2024-03-05` */
export function dateText(moment: number): string {
  const day = Math.floor(moment / DAY);
  let text = written.get(day);
  if (!text) written.set(day, (text = new Date(day * 86_400_000).toISOString().slice(0, 10)));
  return text;
}

/** `2024-03` */
export const monthText = (moment: number): string => dateText(moment).slice(0, 7);

/** `2024-03-05T14:30:00Z` */
export function clockText(moment: number): string {
  const minute = moment - Math.floor(moment / DAY) * DAY;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${dateText(moment)}T${two(Math.floor(minute / HOUR))}:${two(minute % HOUR)}:00Z`;
}

/** Midnight at the start of a day given as `2024-03-05`. */
export const momentOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 60_000;

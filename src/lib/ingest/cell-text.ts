/** How the numbers of a cell style are shown, as far as it changes what they mean. */
export type NumberStyle = 'plain' | 'date' | 'time' | { readonly digits: number };

/**
 * What a number format of a workbook makes of a number (ECMA-376 part 1, 18.8.30 and 18.8.31): a
 * date, a time of day, leading zeros, or nothing that matters. An elapsed time (`[h]:mm`) stays a
 * number of days.
 */
export function numberStyle(id: number, code: string | undefined): NumberStyle {
  if (code === undefined) {
    if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
      return 'date';
    return id >= 18 && id <= 21 ? 'time' : 'plain';
  }
  const [first = ''] = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';');
  if (/\[(h+|m+|s+)\]/i.test(first)) return 'plain';
  const bare = first.replace(/\[[^\]]*\]/g, '').toLowerCase();
  if (/^0{2,}$/.test(bare)) return { digits: bare.length };
  if (/general/.test(bare) || !/[ymdhs]/.test(bare)) return 'plain';
  return /[yd]/.test(bare) || !/[hs]/.test(bare) ? 'date' : 'time';
}

const dayMs = 86_400_000;

/**
 * A number of a workbook as text. Dates are ISO, also where the workbook counts from 1904; the day
 * that 1900 did not have (serial 60) is no date and stays a number.
 */
export function numberText(raw: string, style: NumberStyle, from1904: boolean): string {
  if (style === 'plain' || !/^[-+\d.eE]+$/.test(raw)) return raw;
  const value = Number(raw);
  if (!Number.isFinite(value)) return raw;
  if (typeof style === 'object')
    return Number.isInteger(value) && value >= 0 ? raw.padStart(style.digits, '0') : raw;
  if (value < 0 || value >= 2_958_466 || (!from1904 && Math.floor(value) === 60)) return raw;
  const seconds = Math.round(value * 86_400);
  const [days, rest] = [Math.floor(seconds / 86_400), seconds % 86_400];
  const clock = new Date(rest * 1000).toISOString().slice(11, 19);
  if (style === 'time' && days === 0) return clock;
  if (!from1904 && days === 0) return rest ? clock : raw;
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const day = new Date(epoch + days * dayMs).toISOString().slice(0, 10);
  return rest ? `${day}T${clock}` : day;
}

/** A text of a workbook: `_x000D_` is the sign it stands for (ECMA-376 part 1, 22.9.2.19). */
export const writtenText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(parseInt(code, 16)),
      )
    : text;

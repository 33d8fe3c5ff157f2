import { normalForm } from './normal-form';

let names: ReadonlyMap<string, string> | null = null;

/** The ISO 3166-1 code of the country whose English name begins the name of a file, else null. */
export function countryOfName(file: string): string | null {
  if (!names) {
    const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const found = letters.flatMap((a) =>
      letters.flatMap((b) => {
        const name = english.of(a + b);
        return name ? [[normalForm(name), a + b] as const] : [];
      }),
    );
    // Retired codes share a name with the present one, which comes first: GB before UK.
    names = new Map(found.toReversed());
  }
  const stem = normalForm(file.replace(/^.*[\\/]/, '').replace(/\.[a-z.]+$/i, ''));
  for (const [name, code] of names) if (`${stem} `.startsWith(`${name} `)) return code;
  return null;
}

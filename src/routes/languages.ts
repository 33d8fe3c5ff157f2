import type { Language } from '$lib/schema/text';

/** A language of the interface. Sentences, charts and files have the complete ones only. */
interface InterfaceLanguage {
  /** BCP 47. */
  readonly code: string;
  /** Its name in itself. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
}

/** The languages to choose from. A further one is a line here and a part `further` in files of words. */
export const interfaceLanguages: readonly InterfaceLanguage[] = [
  { code: 'en', name: 'English', direction: 'ltr' },
  { code: 'nb', name: 'Norsk bokmål', direction: 'ltr' },
];

/** Language of the interface and, if asked for apart from it, of sentences, charts and files. */
export interface LanguageChoice {
  readonly ui: string;
  readonly out: Language | null;
}

const codes = interfaceLanguages.map(({ code }) => code);
const isComplete = (code: string | undefined): code is Language => code === 'en' || code === 'nb';

/** The first language of this list that the interface has; English where it has none. */
export function preferredLanguage(preferred: readonly string[]): string {
  for (const tag of preferred) {
    const [primary = ''] = tag.toLowerCase().split('-');
    const code = primary === 'no' || primary === 'nn' ? 'nb' : primary;
    if (codes.includes(code)) return code;
  }
  return 'en';
}

/** Languages according to a fragment (`ui=nb&out=en`); `preferred` where it does not say. */
export function languagesOf(fragment: string, preferred: string): LanguageChoice {
  const said = (key: string) => new RegExp(`(?:^#?|&)${key}=(\\w+)`).exec(fragment)?.[1];
  const ui = said('ui');
  const out = said('out');
  return {
    ui: ui !== undefined && codes.includes(ui) ? ui : preferred,
    out: isComplete(out) ? out : null,
  };
}

/** A fragment, without `#`, with what of the choice differs from the preferred language. */
export const withLanguages = (
  fragment: string,
  { ui, out }: LanguageChoice,
  preferred: string,
): string =>
  [fragment, ui === preferred ? '' : `ui=${ui}`, out === null ? '' : `out=${out}`]
    .filter(Boolean)
    .join('&');

/** The language of labels beside the interface: its own, or English where that is not complete. */
export const completeLanguage = (ui: string): Language => (isComplete(ui) ? ui : 'en');

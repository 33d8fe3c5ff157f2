/** Colours of the light theme, as in the style sheet of the app: files are for paper. */
const light: Readonly<Record<string, string>> = {
  '--sheet': '#ffffff',
  '--page': '#f6f5f1',
  '--ink': '#17202b',
  '--ink-2': '#475362',
  '--hairline': '#c9ced4',
  '--control': '#76818e',
  '--withheld': '#eef0f2',
  '--series-1': '#12436d',
  '--series-2': '#28a197',
  '--series-3': '#801650',
  '--series-4': '#f46a25',
  '--context': '#bfbfbf',
  '--tint': '#dce6ef',
  '--plot-background': '#ffffff',
};

/** Ink of text and of everything drawn in the colour of the text. */
export const ink = '#17202b';

/** Replaces every `var(--name, fallback)` by its light colour; an unknown name by fallback or ink. */
export function lightColours(markup: string): string {
  return markup.replace(
    /var\(\s*(--[\w-]+)\s*(?:,\s*([^()]*?)\s*)?\)/g,
    (_, name: string, fallback?: string) => light[name] ?? (fallback || ink),
  );
}

import { formatView, parseView } from '$lib/measure/view';

/** A view with the name that somebody gave it. */
export interface NamedView {
  readonly name: string;
  /** The fragment of the view, without `#`. */
  readonly view: string;
}

/** Why a file is not read as named views. */
export type UnreadableViews = 'not_json' | 'not_views' | 'later_version';

const kind = 'rapporteur-views';
const most = 200;
const longest = 80;

/** The name as it is kept: one line, at most 80 characters; empty where nothing is left. */
export const tidyName = (name: string): string =>
  name.replaceAll(/\s+/g, ' ').trim().slice(0, longest).trim();

/** A list with one view more; a view of the same name gives way. */
export const withView = (views: readonly NamedView[], added: NamedView): readonly NamedView[] =>
  [...views.filter(({ name }) => name !== added.name), added].slice(-most);

/** Named views as the text of a file: names and codes, never a figure. */
export const viewsText = (views: readonly NamedView[]): string =>
  `${JSON.stringify({ kind, version: 1, views }, null, 2)}\n`;

/**
 * Reads such a file; parts of a view that are not codes of the schema are left out. Answers the
 * reason where it is no such file.
 */
export function readViews(
  text: string,
): readonly NamedView[] | { readonly unreadable: UnreadableViews } {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { unreadable: 'not_json' };
  }
  const found = content as { kind?: unknown; version?: unknown; views?: unknown } | null;
  if (found?.kind !== kind || !Array.isArray(found.views)) return { unreadable: 'not_views' };
  if (found.version !== 1) return { unreadable: 'later_version' };
  return (found.views as unknown[]).slice(0, most).reduce<readonly NamedView[]>((views, entry) => {
    const { name, view } = (entry ?? {}) as { name?: unknown; view?: unknown };
    if (typeof name !== 'string' || typeof view !== 'string' || !tidyName(name)) return views;
    return withView(views, { name: tidyName(name), view: formatView(parseView(view)) });
  }, []);
}

import type { Indicator } from '$lib/schema/indicator';
import type { View } from './view';

/** Options in force: the view's choices where the definition knows them, else its defaults. */
export function optionsOf(indicator: Indicator, view: View): Record<string, string> {
  return Object.fromEntries(
    indicator.options.map(({ id, choices }) => {
      const chosen = choices.find((choice) => choice.id === view.options[id]) ?? choices[0];
      return [id, chosen?.id ?? ''];
    }),
  );
}

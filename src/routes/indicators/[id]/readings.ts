import { optionsOf } from '$lib/measure/options';
import type { View } from '$lib/measure/view';
import type { Indicator } from '$lib/schema/indicator';
import type { Text } from '$lib/schema/text';

type Option = Indicator['options'][number];

/** One way to read a definition: the view to ask for, and what was chosen in it. */
export interface Reading {
  readonly view: View;
  /** The option that differs from the reading shown; null for the reading shown itself. */
  readonly option: Option | null;
  /** The choice made of it; of the reading shown every choice in force. */
  readonly choices: readonly { readonly option: Option; readonly label: Text }[];
  /** Whether the choice is what the definition takes if nothing is asked. */
  readonly byDefault: boolean;
  /** What the choice changes against the default, if the catalogue says it. */
  readonly changes: Text | null;
}

/**
 * The reading of a view first, then each other choice of each option, its default before the others:
 * each differs from the reading of the view by that one choice.
 */
export function readingsOf(indicator: Indicator, view: View): Reading[] {
  const chosen = optionsOf(indicator, view);
  const changes = indicator.otherDefinitions?.changes ?? {};
  const shown: Reading = {
    view,
    option: null,
    choices: indicator.options.flatMap((option) => {
      const choice = option.choices.find(({ id }) => id === chosen[option.id]);
      return choice ? [{ option, label: choice.label }] : [];
    }),
    byDefault: indicator.options.every(({ id, choices }) => chosen[id] === choices[0]?.id),
    changes: null,
  };
  const others = indicator.options.flatMap((option) =>
    option.choices
      .filter(({ id }) => id !== chosen[option.id])
      .map(({ id, label }): Reading => ({
        view: { ...view, options: { ...view.options, [option.id]: id } },
        option,
        choices: [{ option, label }],
        byDefault: option.choices[0]?.id === id,
        changes: changes[option.id]?.[id] ?? null,
      })),
  );
  return [shown, ...others];
}

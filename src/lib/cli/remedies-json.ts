import { keptNumbers } from '$lib/disclosure/kept-numbers';
import type { Released } from '$lib/disclosure/released';
import { rankedRemedies } from '$lib/measure/ranked-remedies';
import { formatView, type View } from '$lib/measure/view';
import { protectionAccount, protectionLines } from '$lib/report/protection-account';
import type { Indicator } from '$lib/schema/indicator';

/**
 * How a figure was protected, and other views of it that show more, best first; `view` is written as in
 * the address of the app. Zeros are not counted.
 */
export async function remediesJson(
  indicator: Indicator,
  view: View,
  figureOf: (view: View) => Promise<Released>,
) {
  const released = await figureOf(view);
  const account = protectionAccount(released, indicator, 'en');
  const { shown, withheld } = keptNumbers(released);
  const ranked = withheld > 0 ? await rankedRemedies({ view, released, figureOf }) : [];
  return {
    indicator: indicator.id,
    shown,
    withheld,
    audit: released.protection.audit,
    protection: account ? protectionLines(account) : [],
    remedies: ranked.map(({ losses, view: other, kept, further }) => ({
      ...{ losses, view: formatView(other) },
      ...{ shown: kept.shown, withheld: kept.withheld, further },
    })),
  };
}

/** Whether the key `?` opens the help page; kept in the memory of the tab alone. */
class HelpKey {
  on = $state(false);
}

/** The tab's choice: single keys are off until asked for (WCAG 2.1.4). */
export const helpKey = new HelpKey();

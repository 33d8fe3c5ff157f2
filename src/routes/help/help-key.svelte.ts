/** Whether the key `?` opens the help page; kept in the memory of the tab alone. */
class HelpKey {
  on = $state(true);
}

/** The tab's choice: a single key can be switched off (WCAG 2.1.4). */
export const helpKey = new HelpKey();

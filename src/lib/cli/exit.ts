/** The command was called wrongly: exit code 2 with its usage. */
export class WrongUse extends Error {
  override name = 'WrongUse';
}

/** The command cannot be done for a reason the user can act on: exit code 1. */
export class Refused extends Error {
  override name = 'Refused';
}

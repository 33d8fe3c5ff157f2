import { TableError } from '$lib/disclosure/table';
import { EngineError } from '$lib/engine/engine';
import { checkCommand } from './check-command';
import { definitionsCommand } from './definitions-command';
import { demoCommand } from './demo-command';
import { importCommand } from './import-command';
import { indicatorsCommand } from './indicators-command';
import { inspectCommand } from './inspect-command';
import { protectCommand } from './protect-command';
import { statisticsCommand } from './statistics-command';
import { Refused, WrongUse } from './exit';

/** A command: words in, exit code out. Results go to stdout, everything else to stderr. */
export type Command = (words: string[]) => Promise<number>;

const commands: Record<string, { run: Command; use: string }> = {
  inspect: { run: inspectCommand, use: 'inspect FILE… [--json]' },
  import: {
    run: importCommand,
    use: 'import FOLDER|FILE… [--recipe R] [--save-recipe R] [--confirm exact|synonym|all] [--drop FILE:COLUMN] [--day-first FILE:COLUMN] [--month-first FILE:COLUMN] [--encoding FILE:ENCODING] [--delimiter FILE:SIGN] [--header-row FILE:LINE] [--header-rows FILE:2] [--table FILE:TABLE] [--column FILE:COLUMN=FIELD] [--decimal FILE:COLUMN=,] [--value FILE:COLUMN:SPELLING=CODE] [--merged FILE:COLUMN=SPELLING] [--unknown FILE:COLUMN=LIKE] [--exclude FILE:COLUMN=LIKE] [--cell FILE:LINE:COLUMN=CONTENT] [--leave-out FILE:REASON] [--json]',
  },
  check: {
    run: checkCommand,
    use: 'check FOLDER|FILE… [--recipe R] [--drop FILE:COLUMN] [--uniqueness] [--linkage] [--key-scope national|organisation|none] [--json]',
  },
  indicators: {
    run: indicatorsCommand,
    use: 'indicators FOLDER|FILE… [--recipe R] [--ids ID-01,MC-02] [--by gender,age_band] [--period all|year|half|quarter|month|rolling|financial-04|ending-03] [--from 2023-04 --to 2024-03] [--where "gender=girl;…"] [--compare gender=girl] [--options unit=days] [--view working|release] [--threshold 11] [--format csv|json] [--remedies] [--published SAVED.csv …]',
  },
  protect: {
    run: protectCommand,
    use: 'protect TABLE.json [--earlier PRINTED.json …] [--threshold K] [--level exact|threshold] [--intervals] [--json]',
  },
  statistics: { run: statisticsCommand, use: 'statistics CASES.json' },
  definitions: { run: definitionsCommand, use: 'definitions [--format json|md]' },
  demo: { run: demoCommand, use: 'demo OUTFOLDER [--children N] [--seed S]' },
};

const usage = `rapporteur: indicators on child victims, from files on this machine\n\n${Object.values(
  commands,
)
  .map(({ use }) => `  rapporteur ${use}`)
  .join('\n')}\n\nExit codes: 0 done, 1 refused with a reason, 2 wrong use.`;

/** Runs one command line; answers 0 done, 1 refused with a reason, 2 wrong use. */
export async function run(words: string[]): Promise<number> {
  const [word = '', ...rest] = words;
  if (word === '' || word === '--help' || word === 'help') {
    console.log(usage);
    return word === '' ? 2 : 0;
  }
  const command = commands[word];
  if (!command) {
    console.error(`There is no such command.\n\n${usage}`);
    return 2;
  }
  try {
    return await command.run(rest);
  } catch (error) {
    if (error instanceof WrongUse) {
      console.error(`${error.message}\n\n  rapporteur ${command.use}`);
      return 2;
    }
    if (error instanceof Refused || error instanceof EngineError || error instanceof TableError) {
      console.error(error.message);
      return 1;
    }
    throw error;
  }
}

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.js';
import { buildApp, buildCli, installPackages, run } from './ready.js';

/** `--all` adds types and lint, `--soak` the full counts; other arguments name the tests to run. */
const all = process.argv.includes('--all');
if (process.argv.includes('--soak')) process.env.SOAK = '1';
const chosen = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

let passed = 0;
let failed = 0;

/**
 * One check that counts as one.
 * @param {string} title
 * @param {boolean} good
 */
function check(title, good) {
  console.log(`${good ? 'passed' : 'FAILED'}: ${title}`);
  if (good) passed++;
  else failed++;
  return good;
}

/** Runs the unit, engine and browser tests and adds up what they counted. */
function suites() {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-test-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ended = run('npx', ['--no-install', 'vitest', 'run', ...reporters, ...chosen]);
  if (existsSync(report)) {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    passed += numPassedTests;
    failed += numFailedTests;
    const broken = testResults.filter(
      (/** @type {{ status: string, assertionResults: { status: string }[] }} */ file) =>
        file.status === 'failed' &&
        file.assertionResults.every(({ status }) => status !== 'failed'),
    );
    for (const { name } of broken) check(`${name} could be run`, false);
  }
  if (!ended && failed === 0) check('the test runner ended well', false);
  rmSync(folder, { recursive: true });
}

function chromium() {
  try {
    process.env.CHROMIUM_PATH = findChromium();
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

if (!installPackages()) check('the packages could be installed', false);
else {
  if (all) {
    check('types (npm run check)', run('npm', ['run', '--silent', 'check']));
    check('lint (npm run lint)', run('npm', ['run', '--silent', 'lint']));
  }
  if (!chromium()) check('Chromium was found', false);
  if (!buildApp()) check('the app could be built', false);
  if (!buildCli()) check('the command line could be built', false);
  suites();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

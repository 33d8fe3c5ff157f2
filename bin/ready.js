import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Installs the packages of `package-lock.json` if they are missing or older than it. Uses nothing but
 * Node, so that it runs in a fresh clone.
 * @returns {boolean} whether the packages are there
 */
export function installPackages() {
  const installed = newest(['node_modules/.package-lock.json']);
  if (installed >= newest(['package-lock.json'])) return true;
  // A link leads to packages of another folder, which are not ours to replace.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink())
    return true;
  console.log('Installing the packages (npm ci) …');
  return run('npm', ['ci', '--no-audit', '--no-fund']);
}

/**
 * Builds the app into `build/` if it is missing or older than what it is made of.
 * @returns {boolean} whether `build/` is there and fresh
 */
export function buildApp() {
  const sources = [
    'src',
    'static',
    'data-schemas',
    'package-lock.json',
    'svelte.config.js',
    'vite.config.ts',
  ];
  return build('build/index.html', sources, ['build']);
}

/**
 * Builds the command line into `dist/cli` if it is missing or older than what it is made of.
 * @returns {boolean} whether `dist/cli` is there and fresh
 */
export function buildCli() {
  const sources = ['src/lib', 'data-schemas', 'package-lock.json', 'vite.config.ts'];
  return build('dist/cli/main.js', sources, ['build', '--mode', 'cli']);
}

/**
 * Runs a program in the project's folder and shows what it says. Vitest's marks are taken out of its
 * environment: with them vite.config.ts leaves the app's plugins out and Svelte builds for development.
 * @param {string} command
 * @param {string[]} args
 * @returns {boolean} whether it ended well
 */
export function run(command, args) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(VITEST.*|NODE_ENV|MODE|DEV|PROD|SSR|TEST|BASE_URL)$/.test(name),
    ),
  );
  const shell = process.platform === 'win32';
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', env, shell }).status === 0;
}

/**
 * @param {string} result
 * @param {string[]} sources
 * @param {string[]} args
 */
function build(result, sources, args) {
  if (newest([result]) > newest(sources)) return true;
  console.log(`Building (vite ${args.join(' ')}) …`);
  return run('npx', ['--no-install', 'vite', ...args]);
}

/**
 * The time of the newest file under some paths; 0 if there is none.
 * @param {string[]} paths
 * @returns {number}
 */
function newest(paths) {
  return Math.max(
    0,
    ...paths.map((path) => {
      const file = join(root, path);
      if (!existsSync(file)) return 0;
      const { mtimeMs } = statSync(file);
      if (!statSync(file).isDirectory()) return mtimeMs;
      return Math.max(mtimeMs, newest(readdirSync(file).map((name) => join(path, name))));
    }),
  );
}

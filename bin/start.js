import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildApp, installPackages, root } from './ready.js';
import { serve } from './serve.js';

if (!installPackages() || !buildApp()) {
  console.error('The app could not be built; the lines above say why.');
  process.exit(1);
}
const { url } = await serve(join(root, 'build'), { port: 4173 });
console.log(`Rapporteur runs at ${url}/ on this machine only. Stop it with Ctrl+C.`);
open(`${url}/#/demo`);

/**
 * Opens the browser where there is one; that there is none is no failure.
 * @param {string} address
 */
function open(address) {
  const [command = '', ...args] = {
    darwin: ['open', address],
    win32: ['cmd', '/c', 'start', '', address],
  }[/** @type {string} */ (process.platform)] ?? ['xdg-open', address];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.zip': 'application/zip',
};

/**
 * Serves a folder of static files on this machine only, as a plain host does: no headers of its own
 * unless `sendHeaders` asks for those of the folder's `_headers` file. Port 0 takes a free one; a
 * port that is taken gives way to the next.
 * @param {string} folder
 * @param {{ port?: number, sendHeaders?: boolean, onRequest?: (request: import('node:http').IncomingMessage) => void }} [options]
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve(folder, { port = 0, sendHeaders = false, onRequest } = {}) {
  const root = resolve(folder);
  const rules = sendHeaders ? readHeaders(join(root, '_headers')) : [];
  const server = createServer((request, response) => {
    onRequest?.(request);
    const path = decode(request.url ?? '/');
    for (const [name, value] of headersOf(rules, path)) response.appendHeader(name, value);
    const found = path === undefined ? undefined : find(root, path);
    if (found === undefined) {
      const missing = join(root, '404.html');
      response.writeHead(404, { 'content-type': types['.html'] });
      response.end(existsSync(missing) ? readFileSync(missing) : 'Not found');
      return;
    }
    if (found.endsWith('/')) {
      response.writeHead(308, { location: `${path}/` });
      response.end();
      return;
    }
    const type = types[/** @type {keyof typeof types} */ (extname(found))];
    response.setHeader('content-type', type ?? 'application/octet-stream');
    response.setHeader('content-length', statSync(found).size);
    if (request.method === 'HEAD') response.end();
    else createReadStream(found).pipe(response);
  });
  const taken = await listen(server, port);
  return {
    url: `http://localhost:${taken}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** @param {string} url */
function decode(url) {
  try {
    return normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname)).replaceAll(
      sep,
      '/',
    );
  } catch {
    return undefined;
  }
}

/**
 * The file of a path; a path that ends in a slash for a folder asked for without one.
 * @param {string} root
 * @param {string} path
 */
function find(root, path) {
  const file = join(root, path);
  if (file !== root && !file.startsWith(root + sep)) return undefined;
  if (!existsSync(file)) return undefined;
  if (!statSync(file).isDirectory()) return file;
  if (!path.endsWith('/')) return '/';
  const index = join(file, 'index.html');
  return existsSync(index) ? index : undefined;
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<number>}
 */
function listen(server, port) {
  return new Promise((done, fail) => {
    const retry = (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== 'EADDRINUSE' || port === 0 || port > 65_000) return fail(error);
      listen(server, port + 1).then(done, fail);
    };
    server.once('error', retry);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', retry);
      const address = server.address();
      done(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/**
 * The rules of a `_headers` file: a line with a path, then indented `Name: value` lines.
 * @param {string} file
 * @returns {{ path: string, headers: [string, string][] }[]}
 */
function readHeaders(file) {
  /** @type {{ path: string, headers: [string, string][] }[]} */
  const rules = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (!line.trim() || line.startsWith('#')) continue;
    if (!/^\s/.test(line)) rules.push({ path: line.trim(), headers: [] });
    else {
      const colon = line.indexOf(':');
      rules.at(-1)?.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
    }
  }
  return rules;
}

/**
 * @param {{ path: string, headers: [string, string][] }[]} rules
 * @param {string | undefined} path
 */
const headersOf = (rules, path = '/') =>
  rules
    .filter((rule) =>
      rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path,
    )
    .flatMap((rule) => rule.headers);

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../../bin/ready.js';
import { serve } from '../../bin/serve.js';
import config from '../../svelte.config.js';

/** The app's own policy, as the framework writes it into every page. */
function pagePolicy(): string {
  const bare = /^(none|self|unsafe-hashes|unsafe-inline|wasm-unsafe-eval|(sha256|nonce)-.+)$/;
  return Object.entries(config.kit.csp.directives)
    .map(([name, values]) =>
      [name, ...values.map((value: string) => (bare.test(value) ? `'${value}'` : value))].join(' '),
    )
    .join('; ');
}

/** The site of the air-lock page, and the servers that listen for what gets out. */
export interface AirLockSite {
  url: string;
  /** The same files from a host that sends the headers of `static/_headers`. */
  urlWithHeaders: string;
  other: string;
  /** Requests to the page's own server, either of the two, since `forget`. */
  own: string[];
  /** Requests to the other server. */
  elsewhere: string[];
  /** Connections to any named host on the net, all of which the browser is told to find here. */
  net: string[];
  netPort: number;
  forget(): void;
  close(): Promise<void>;
}

/**
 * Builds the page with the app's policy (`index.html`), without one (`no-policy.html`) and with one
 * that forbids wasm (`no-wasm.html`), and listens.
 */
export async function airLockSite(): Promise<AirLockSite> {
  const folder = mkdtempSync(join(tmpdir(), 'air-lock-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(root, 'tests/e2e/air-lock-page'),
    resolve: { alias: { $lib: join(root, 'src/lib') } },
    build: { outDir: folder, emptyOutDir: true, assetsDir: '_app/immutable/assets' },
  });
  cpSync(join(root, 'static/_headers'), join(folder, '_headers'));
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const withPolicy = (policy: string) =>
    html.replace(
      '<head>',
      `<head><meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    );
  writeFileSync(join(folder, 'index.html'), withPolicy(pagePolicy()));
  writeFileSync(join(folder, 'no-policy.html'), html);
  const noWasm = pagePolicy().replace(" 'wasm-unsafe-eval'", '');
  writeFileSync(join(folder, 'no-wasm.html'), withPolicy(noWasm));

  const heard = { own: [] as string[], elsewhere: [] as string[], net: [] as string[] };
  const onRequest = ({ url }: { url?: string }) => heard.own.push(url ?? '');
  const site = await serve(folder, { onRequest });
  const strict = await serve(folder, { onRequest, sendHeaders: true });
  const other = await serve(mkdtempSync(join(folder, 'empty-')), {
    onRequest: ({ url }) => heard.elsewhere.push(url ?? ''),
  });
  const net = createServer((socket) => {
    socket.once('data', (data) => {
      const text = data.toString('latin1');
      // The browser's own calls home carry its maker's name; nothing of the page does.
      if (!/google/.test(text)) heard.net.push(text);
      socket.destroy();
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((done) => net.listen(0, '127.0.0.1', done));
  return {
    url: site.url,
    urlWithHeaders: strict.url,
    other: other.url,
    ...heard,
    netPort: (net.address() as AddressInfo).port,
    forget: () => Object.values(heard).forEach((list) => list.splice(0)),
    close: async () => {
      await Promise.all([site.close(), strict.close(), other.close()]);
      net.close();
      rmSync(folder, { recursive: true });
    },
  };
}

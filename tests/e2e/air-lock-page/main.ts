import { airLockSteps, type AirLockSteps } from '$lib/engine/air-lock';
import { browserEngine } from '$lib/engine/browser';
import type { Engine } from '$lib/engine/engine';
import { selfTest } from '$lib/engine/self-test';
import { type Sql, sql } from '$lib/schema/sql';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';

/** `#without=3&other=http://localhost:1` takes a step away and names the server that must not hear. */
const asked = new URLSearchParams(location.hash.slice(1));
const own = location.origin;
const other = asked.get('other') ?? '';

let worker: Worker;
let engine: Engine;
const withoutStep: Record<string, Partial<AirLockSteps>> = {
  2: { shutDoor: () => undefined },
  3: {
    startWorker: () => {
      const address = new URL(wasmUrl, location.href).href;
      return { worker: new Worker(workerUrl), wasmUrl: address, loaded: () => undefined };
    },
  },
  4: { lockConfiguration: async () => undefined },
};
withoutStep.all = { ...withoutStep[2], ...withoutStep[3], ...withoutStep[4] };
const chosen = { ...airLockSteps, ...withoutStep[asked.get('without') ?? ''] };
const steps: AirLockSteps = {
  ...chosen,
  startWorker: (parts) => {
    const started = chosen.startWorker(parts);
    worker = started.worker;
    return started;
  },
};

async function boot() {
  const from = performance.now();
  const startLimitMs = Number(asked.get('limit') ?? 30_000);
  engine = await browserEngine({
    steps,
    startLimitMs,
    onEnded: ({ code }) => say(`ended ${code}`),
  });
  const [row] = await engine.query(sql`SELECT 42 AS answer`);
  const ms = Math.round(performance.now() - from);
  return `${row?.answer}, ${ms} ms, ${Math.round(performance.now())} ms after navigation`;
}

/** Speaks to the worker below the engine: the file layer of duckdb-wasm takes addresses. */
async function readThroughFileLayer(server: string) {
  const HTTP = 4;
  const path = `drop/${server === own ? 'own' : 'other'}.csv`;
  const data = [path, `${server}/file-layer.csv`, HTTP, false];
  worker.postMessage({ messageId: 1e9, type: 'REGISTER_FILE_URL', data });
  return rows(sql`SELECT * FROM read_csv(${path})`);
}

const rows = async (statement: Sql) => `${(await engine.query(statement)).length} rows`;

const leaks: Record<string, () => Promise<unknown>> = {
  'page-own': () => fetch(`${own}/page.csv`),
  'page-other': () => fetch(`${other}/page.csv`, { mode: 'no-cors' }),
  'image-other': () =>
    new Promise((done) => {
      const image = new Image();
      image.onload = () => done('load');
      image.onerror = () => done('error');
      image.src = `${other}/image.png`;
    }),
  'sql-own': () => rows(sql`SELECT * FROM read_csv(${`${own}/sql.csv`})`),
  'sql-other': () => rows(sql`SELECT * FROM read_csv(${`${other}/sql.csv`})`),
  'file-own': () => readThroughFileLayer(own),
  'file-other': () => readThroughFileLayer(other),
  extension: () => rows(sql`LOAD spatial`),
  function: () => rows(sql`SELECT to_json({ 'a': 1 }) AS a`),
};

async function work() {
  const path = await engine.register(new File(['id;sex\n1;girl\n', '2;boy\n'], 'x.csv'));
  const read = sql`SELECT * FROM read_csv(${path}, delim = ';', header = true) ORDER BY id`;
  await engine.run(sql`CREATE OR REPLACE TABLE t AS ${read}`);
  await engine.run(sql`CREATE OR REPLACE TABLE u AS
    SELECT id, sex::ENUM('girl', 'boy') AS sex, DATE '2024-03-31' AS day, 1.7::DECIMAL(4, 1) AS cost FROM t`);
  const result = await engine.query(sql`SELECT * FROM u ORDER BY id`);
  await engine.release(path);
  const gone = await engine.query(read).then(
    () => 'still there',
    () => 'gone',
  );
  const error = await engine.query(sql`SELECT sex::INTEGER FROM t`).catch((e: Error) => e.message);
  return JSON.stringify({ result, gone, error });
}

let chosenPath = '';
/** Registers the chosen file once and counts its lines each time. */
async function read() {
  const [file] = (document.querySelector('#file') as HTMLInputElement).files ?? [];
  chosenPath ||= await engine.register(file as File);
  return rows(sql`SELECT * FROM read_csv(${chosenPath}, auto_detect = false, header = true,
    columns = { 'id': 'VARCHAR', 'place': 'VARCHAR' })`);
}

async function cancel() {
  const controller = new AbortController();
  const long = engine.query(
    sql`SELECT count(*) FROM range(100000000000) t(a) WHERE hash(a) % 7 = 1`,
    {
      signal: controller.signal,
    },
  );
  await new Promise((later) => setTimeout(later, 300));
  const from = performance.now();
  controller.abort();
  const name = await long.catch((error: Error) => error.name);
  const heard = Math.round(performance.now() - from);
  const [row] = await engine.query(sql`SELECT 1 AS alive`);
  const free = Math.round(performance.now() - from);
  return `${name} ${heard} ms, free for the next after ${free} ms, ${row?.alive}`;
}

/** The bytes outlive the door: a second engine starts without a network. */
async function restart() {
  await engine.close();
  return boot();
}

const say = (line: string) => {
  (document.querySelector('#log') as HTMLElement).textContent += `${line}\n`;
};
const act = (button: HTMLElement, name: string, action: () => Promise<unknown>) =>
  button.addEventListener('click', () => {
    action().then(
      (result) => say(`${name}: ${typeof result === 'string' ? result : 'done'}`),
      (error: Error) => say(`${name}: ${error.name}: ${error.message.slice(0, 300)}`),
    );
  });

for (const [id, action] of Object.entries({
  boot,
  work,
  read,
  cancel,
  restart,
  'self-test': async () =>
    JSON.stringify(await selfTest(engine, { address: `${other}/self-test.csv` })),
}))
  act(document.querySelector(`#${id}`) as HTMLElement, id, action);
for (const button of document.querySelectorAll<HTMLElement>('[data-leak]')) {
  const name = button.dataset.leak as string;
  act(button, name, leaks[name] as () => Promise<unknown>);
}

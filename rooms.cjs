/**
 * The law of the house: which room may import which, and which package lives where.
 * A room that a line does not name is closed to it.
 */
const rooms = {
  schema: { rooms: [], packages: [] },
  worker: { rooms: [], packages: [] },
  statistics: { rooms: ['worker'], packages: ['@stdlib/', 'pure-rand', 'highs'] },
  disclosure: { rooms: ['worker'], packages: ['highs'] },
  demo: { rooms: ['schema'], packages: ['pure-rand'] },
  engine: { rooms: ['schema'], packages: ['@duckdb/', 'apache-arrow'] },
  indicators: { rooms: ['schema'], packages: [] },
  charts: { rooms: ['schema', 'disclosure'], packages: ['@observablehq/plot'] },
  ingest: { rooms: ['schema', 'engine'], packages: ['papaparse', '@noble/hashes', 'saxes'] },
  measure: { rooms: ['schema', 'engine', 'statistics', 'disclosure'], packages: [] },
  report: { rooms: ['schema', 'disclosure', 'charts'], packages: [] },
  state: {
    rooms: [
      'schema',
      'engine',
      'ingest',
      'indicators',
      'measure',
      'demo',
      'disclosure',
      'statistics',
    ],
    packages: ['svelte'],
  },
  cli: {
    rooms: [
      'schema',
      'statistics',
      'disclosure',
      'engine',
      'indicators',
      'charts',
      'ingest',
      'measure',
      'report',
      'demo',
    ],
    packages: ['node:'],
  },
};
const routes = {
  rooms: ['schema', 'disclosure', 'indicators', 'measure', 'charts', 'report', 'state'],
  packages: ['svelte', '@sveltejs/kit', '$app', '@fontsource-variable/'],
};
/** The words about the statistical methods: a page prints them and computes nothing with them. */
const wordsOfMethods = '^src/lib/statistics/words\\.ts$';
/** Node's own modules are for the command line and for the two engines that run there. */
const nodeFiles = '^src/lib/(cli/|engine/(native|node-))';

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const closed = (name, from, allowed, files = []) => ({
  name: `${name}-imports`,
  comment: `${name} may import: ${allowed.join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: from },
  to: {
    path: '^src/',
    pathNot: [from, ...allowed.map((room) => `^src/lib/${room}/`), ...files],
  },
});
const packages = (name, from, allowed) => ({
  name: `${name}-packages`,
  severity: 'error',
  from: { path: from, pathNot: nodeFiles },
  to: {
    dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core', 'npm-no-pkg'],
    pathNot: allowed
      .filter((name) => name !== 'node:')
      .map((name) => `node_modules/${escape(name)}|^${escape(name)}`),
  },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^\\$(app|service-worker)|\\?url$' },
    },
    {
      name: 'gate-types-only',
      comment:
        'charts and state see the gate as types; release() is called by measure alone, here or in its worker',
      severity: 'error',
      from: { path: '^src/(lib/(charts|state|report)/|routes/)' },
      to: {
        path: '^src/lib/disclosure/release(-worker)?\\.ts',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'worker-script-by-address',
      comment: 'a worker is a script of its own: nobody runs it in the page',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: '^src/lib/(disclosure/release|statistics/statistics)-worker-url\\.ts',
      },
      to: {
        path: '^src/lib/(disclosure/release|statistics/statistics)-worker\\.ts',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'ingest-sees-the-engine-as-an-interface',
      severity: 'error',
      from: { path: '^src/lib/(ingest|measure)/' },
      to: { path: '^src/lib/engine/', pathNot: '^src/lib/engine/engine\\.ts' },
    },
    {
      name: 'schemas-through-schema',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/lib/schema/' },
      to: { path: '^data-schemas/' },
    },
    ...Object.entries(rooms).flatMap(([name, law]) => [
      closed(name, `^src/lib/${name}/`, law.rooms),
      packages(name, `^src/lib/${name}/`, law.packages),
    ]),
    {
      name: 'words-of-methods-only',
      comment: 'what a page may take from statistics leads to no code that computes',
      severity: 'error',
      from: { path: '^src/lib/statistics/(method-)?words' },
      to: { pathNot: '^src/lib/statistics/(method-)?words' },
    },
    closed('routes', '^src/routes/', routes.rooms, [wordsOfMethods]),
    packages('routes', '^src/routes/', routes.packages),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.svelte-kit' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.rooms.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'browser', 'node', 'import', 'default'],
    },
    extraExtensionsToScan: ['.svelte'],
  },
};

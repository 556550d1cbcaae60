// The borders between the rooms. Imports go one way: web -> contracts; services -> server -> contracts.
const specs = '[.](spec|int-spec|e2e-spec)[.]tsx?$|/test-[^/]+[.]tsx?$';
const testing = '^libs/shared/testing/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'contracts-are-browser-safe',
      comment: 'The page imports the contracts: zod is all they may need.',
      severity: 'error',
      from: { path: '^libs/shared/contracts/', pathNot: specs },
      to: { pathNot: '^libs/shared/contracts/|(^|/)node_modules/zod/' },
    },
    {
      name: 'server-knows-contracts-only',
      severity: 'error',
      from: { path: '^libs/shared/server/', pathNot: specs },
      to: { path: '^(libs|services|web|tools|e2e)/', pathNot: '^libs/shared/(server|contracts)/' },
    },
    {
      name: 'services-never-import-each-other',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
    {
      name: 'services-use-server-and-contracts',
      severity: 'error',
      from: { path: '^services/([^/]+)/', pathNot: specs },
      to: { path: '^(libs|web|tools|e2e)/', pathNot: '^libs/shared/(server|contracts|testing)/' },
    },
    {
      name: 'page-knows-contracts-only',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(libs|services|tools|e2e)/', pathNot: '^libs/shared/contracts/' },
    },
    {
      name: 'page-runs-in-a-browser',
      comment: 'Only tests of the page run in Node.',
      severity: 'error',
      from: { path: '^web/src/', pathNot: specs },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'product-never-imports-testing',
      severity: 'error',
      from: { path: '^(libs|services|web)/', pathNot: `${specs}|${testing}` },
      to: { path: testing },
    },
    {
      name: 'nothing-imports-tools',
      severity: 'error',
      from: { pathNot: '^tools/' },
      to: { path: '^tools/' },
    },
    {
      name: 'nothing-imports-e2e',
      severity: 'error',
      from: { pathNot: '^e2e/' },
      to: { path: '^e2e/' },
    },
    {
      name: 'libraries-by-name',
      comment: 'A library is entered by its name, which resolves to an index; its other files are its own.',
      severity: 'error',
      from: { pathNot: '^libs/' },
      to: { path: '^libs/', pathNot: '^libs/shared/[^/]+/src/(archive/)?index[.]ts$' },
    },
    {
      name: 'libraries-enter-each-other-by-name',
      severity: 'error',
      from: { path: '^libs/shared/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/shared/$1/', '^libs/shared/[^/]+/src/index[.]ts$'] },
    },
    {
      name: 'page-reading-is-light',
      comment: 'Each helper process loads all of this; database and queue are not to be part of it.',
      severity: 'error',
      from: { path: '^services/researcher/src/parse/parse-(helper|worker)[.]ts$' },
      to: { path: '^libs/shared/server/', reachable: true },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      // Built output is loaded at run time by the tools; it is not there before the first build.
      to: { couldNotResolve: true, pathNot: '/dist/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|[.]nx|[.]cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['source', 'import', 'node', 'default', 'types'] },
  },
};

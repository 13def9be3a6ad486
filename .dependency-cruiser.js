/** Who may import whom. Each name is the sentence that a failing build shows. */
const FEATURE = '^apps/api/src/([^/]+)/'
// Rooms every feature may use: they hold the house up and know no feature.
const HOUSE = '^apps/api/src/(http|database|documents|files|threads)/'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'nothing-goes-in-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'libs-never-import-apps', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    {
      name: 'the-dashboard-sees-contracts-only',
      severity: 'error',
      from: { path: '^apps/dashboard/' },
      to: { path: '^(libs/(?!contracts/)|apps/api/)' },
    },
    {
      name: 'contracts-imports-zod-only',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^libs/contracts/', 'node_modules/zod/'] },
    },
    {
      name: 'measurement-imports-nothing',
      severity: 'error',
      from: { path: '^libs/measurement/src/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/measurement/src/' },
    },
    {
      name: 'interview-kits-imports-contracts-only',
      severity: 'error',
      from: { path: '^libs/interview-kits/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^libs/interview-kits/', '^libs/contracts/src/index\\.ts$'] },
    },
    {
      name: 'a-lib-is-imported-by-its-face',
      severity: 'error',
      // The test server starts in plain Node, before jest knows the aliases.
      from: { path: '^(apps|test|scripts)/', pathNot: '^test/support/start-postgres\\.ts$' },
      to: { path: '^libs/[^/]+/src/(?!index\\.ts$)' },
    },
    {
      name: 'a-lib-imports-another-lib-by-its-face',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/[^/]+/src/(?!index\\.ts$)', pathNot: '^libs/$1/' },
    },
    {
      name: 'a-feature-reaches-another-through-its-service-entity-or-module',
      severity: 'error',
      from: { path: FEATURE, pathNot: HOUSE },
      to: { path: FEATURE, pathNot: ['^apps/api/src/$1/', HOUSE, '\\.(service|entity|module)\\.ts$'] },
    },
    {
      name: 'the-house-knows-no-feature',
      severity: 'error',
      from: { path: HOUSE, pathNot: 'database/demo' },
      to: { path: FEATURE, pathNot: [HOUSE, '\\.entity\\.ts$'] },
    },
    {
      name: 'rules-import-contracts-measurement-and-rules-only',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: { pathNot: ['^libs/(contracts|measurement)/src/index\\.ts$', '\\.rules\\.ts$'] },
    },
    {
      name: 'specs-are-imported-by-nobody',
      severity: 'error',
      from: {},
      to: { path: '\\.(spec|e2e-spec)\\.tsx?$' },
    },
    {
      name: 'the-product-never-imports-tests-or-scripts',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '\\.spec\\.tsx?$' },
      to: { path: '^(test|scripts)/' },
    },
    { name: 'every-import-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}

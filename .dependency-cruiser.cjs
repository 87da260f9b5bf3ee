// The rooms and who may import whom: ARCHITECTURE.md draws it, docs/adr/0013 explains it.
const V = ['money', 'calendar']; // open to every room that computes
const LAYERS = {
  money: [],
  calendar: [],
  wire: V,
  platform: [],
  kafka: ['wire', 'platform'],
  'event-store': ['platform'],
  'usage-ledger': [...V, 'wire', 'platform'],
  access: ['wire', 'platform', 'event-store'],
  pricing: [...V, 'platform', 'event-store'],
  commitments: [...V, 'wire', 'platform', 'event-store', 'usage-ledger', 'pricing'],
  forecast: [...V, 'commitments'],
  alerts: [...V, 'wire', 'platform', 'event-store', 'commitments', 'forecast'],
  webhooks: ['wire', 'platform', 'event-store'],
  imports: [...V, 'wire', 'platform'],
};
const SPEC = 'spec\\.ts$|/testing/';
const rule = (name, from, to) => ({ name, severity: 'error', from, to });
const only = (name, packages, rooms) =>
  rule(
    name,
    { path: '^(apps|libs)/', pathNot: [SPEC, ...rooms] },
    { path: `^node_modules/(${packages})/` },
  );

module.exports = {
  forbidden: [
    rule('no-cycles', {}, { circular: true }),
    rule('resolvable', {}, { couldNotResolve: true }),
    rule('declared', { path: '^(apps|libs)/' }, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),
    rule(
      'domain-is-pure',
      { path: '^libs/([^/]+/src/domain|money|calendar)/', pathNot: SPEC },
      { pathNot: '^libs/([^/]+/src/domain|money|calendar)/' },
    ),
    rule('libs-never-import-apps', { path: '^libs/' }, { path: '^apps/' }),
    rule(
      'apps-never-import-each-other',
      { path: '^apps/([^/]+)/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    rule(
      'only-through-doors',
      { path: '^(apps|libs)/([^/]+)/' },
      { path: '^libs/[^/]+/src/(?!(domain/|testing/)?index\\.ts$)', pathNot: '^$1/$2/' },
    ),
    rule(
      'fakes-only-in-tests',
      { path: '^(apps|libs)/', pathNot: SPEC },
      { path: '^(test|bench)/|/testing/' },
    ),
    rule(
      'oracle-shares-no-code',
      { path: '^test/oracle/' },
      { path: '^(apps|libs|bench|test/support)/' },
    ),
    rule(
      'dashboard-sees-the-wire-only',
      { path: '^apps/dashboard/' },
      { path: '^libs/', pathNot: '^libs/(money|calendar|wire)/' },
    ),
    only('only-kafka-imports-kafkajs', 'kafkajs', ['^libs/kafka/']),
    only('only-webhooks-calls-out', 'undici|ipaddr\\.js', ['^libs/webhooks/']),
    only('only-storage-speaks-sql', 'pg|typeorm|@nestjs/typeorm', [
      '^libs/(platform|event-store|usage-ledger)/',
      '^libs/[^/]+/src/(storage|projections)/',
    ]),
    ...Object.entries(LAYERS).map(([lib, allowed]) =>
      rule(
        `${lib}-layer`,
        { path: `^libs/${lib}/`, pathNot: SPEC },
        { path: '^libs/', pathNot: `^libs/(${[lib, ...allowed].join('|')})/` },
      ),
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};

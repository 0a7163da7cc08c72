/** The import law of the plugin: arrows point one way, and a slice is entered through its index only. */
const SERVER = '^plugins/webinars/server/src';
const FEATURE = `${SERVER}/features/([^/]+)/`;
const EDGES = 'payments|messages|reminders|crm|calendar|analytics';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-is-pure',
      comment: 'Rules import nothing outside themselves.',
      severity: 'error',
      from: { path: `${SERVER}/domain/`, pathNot: '\\.test\\.ts$' },
      to: { pathNot: `${SERVER}/domain/` },
    },
    {
      name: 'platform-knows-no-webinars',
      severity: 'error',
      from: { path: `${SERVER}/platform/`, pathNot: '\\.test\\.ts$' },
      to: { path: '^plugins/', pathNot: `${SERVER}/platform/` },
    },
    {
      name: 'shared-imports-domain-only',
      severity: 'error',
      from: { path: '^plugins/webinars/shared/', pathNot: '\\.test\\.ts$' },
      to: { path: '^plugins/', pathNot: ['^plugins/webinars/shared/', `${SERVER}/domain/`] },
    },
    {
      name: 'slices-have-one-door',
      severity: 'error',
      from: { path: FEATURE },
      to: { path: FEATURE, pathNot: ['^plugins/webinars/server/src/features/$1/', '/index\\.ts$'] },
    },
    {
      name: 'outside-uses-the-door',
      severity: 'error',
      from: { path: SERVER, pathNot: [FEATURE, '\\.test\\.ts$'] },
      to: { path: FEATURE, pathNot: '/index\\.ts$' },
    },
    {
      name: 'sessions-come-first',
      severity: 'error',
      from: { path: `${SERVER}/features/sessions/` },
      to: { path: FEATURE, pathNot: `${SERVER}/features/sessions/` },
    },
    {
      name: 'registration-knows-sessions-only',
      severity: 'error',
      from: { path: `${SERVER}/features/registration/` },
      to: { path: FEATURE, pathNot: `${SERVER}/features/(registration|sessions)/` },
    },
    {
      name: 'edges-know-the-core-only',
      severity: 'error',
      from: { path: `${SERVER}/features/(${EDGES})/` },
      to: { path: FEATURE, pathNot: `${SERVER}/features/($1|registration|sessions)/` },
    },
    {
      name: 'catalog-reads-alone',
      severity: 'error',
      from: { path: `${SERVER}/features/catalog/` },
      to: { path: FEATURE, pathNot: `${SERVER}/features/catalog/` },
    },
    {
      name: 'nobody-imports-the-catalog',
      severity: 'error',
      from: { path: FEATURE, pathNot: `${SERVER}/features/catalog/` },
      to: { path: `${SERVER}/features/catalog/` },
    },
    {
      name: 'the-client-stands-alone',
      comment: 'It is published by itself: all it knows of the server is the document.',
      severity: 'error',
      from: { path: '^plugins/webinars-client/src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^plugins/', pathNot: '^plugins/webinars-client/src/' },
    },
    {
      name: 'admin-and-server-meet-in-shared',
      severity: 'error',
      from: { path: '^plugins/webinars/admin/' },
      to: { path: SERVER },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};

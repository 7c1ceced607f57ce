/**
 * Which way imports may go. The order of the slices is the order of the layers below: a slice knows those of the layers
 * above it in this list, by their front door (`index.ts`) or their contract. News that has to travel the other way goes
 * through a function in `deps`, wired in `server/main.ts`.
 */
const layers = [
  ['access', 'numbering', 'history', 'directories', 'projects'],
  ['people', 'enterprises', 'notifications'],
  ['clients'],
  ['events', 'tasks', 'calculations'],
  ['presence', 'mail'],
  ['hotline'],
  ['calls'],
  ['reports'],
];
const slices = layers.flat();
const oneOf = (names) => `(${names.join('|')})`;

const upwards = layers.slice(0, -1).map((layer, depth) => ({
  name: `slices-look-down-only:${layer.join(',')}`,
  comment: 'This slice lies below the one it imports. Hand it a function in deps instead, wired in server/main.ts.',
  severity: 'error',
  from: { path: `^server/${oneOf(layer)}/`, pathNot: '\\.test\\.ts$' },
  to: { path: `^server/${oneOf(layers.slice(depth + 1).flat())}/` },
}));

/** One door per technology. */
const doors = [
  ['postgres', ['postgres'], ['^server/platform/', '^server/.+queries\\.ts$']],
  [
    'hono',
    ['hono', '@hono'],
    [
      '^server/.+routes\\.ts$',
      '^server/(app|main|wire-app)\\.ts$',
      '^server/access/(guard|signed-in)\\.ts$',
      '^server/platform/valid\\.ts$',
    ],
  ],
  ['socket.io', ['socket\\.io', '@socket\\.io'], ['^server/live/']],
  ['ws and ari-client', ['ws', 'ari-client'], ['^telephony/ari/']],
  ['nodemailer and imapflow', ['nodemailer', 'imapflow', 'mailparser'], ['^server/mail/']],
].map(([name, packages, places]) => ({
  name: `door:${name}`,
  comment: `Only ${places.join(' and ')} import ${name}: the rest of the program knows what is done, not what does it.`,
  severity: 'error',
  from: { path: '^(config|telephony|server)/', pathNot: [...places, '\\.test\\.tsx?$'] },
  to: { path: `^node_modules/${oneOf(packages)}/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or need a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'config-knows-nothing-of-ours',
      severity: 'error',
      from: { path: '^config/' },
      to: { path: '^(telephony|server|agent-ui|test)/' },
    },
    {
      name: 'telephony-knows-nothing-of-ours',
      severity: 'error',
      from: { path: '^telephony/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(config|server|agent-ui|test)/' },
    },
    {
      name: 'platform-knows-no-domain',
      severity: 'error',
      from: { path: '^server/platform/' },
      to: { path: '^(config|telephony|agent-ui|test|server/(?!platform/))' },
    },
    ...upwards,
    {
      name: 'slices-by-the-front-door',
      comment: "Import another slice's index.ts or contract.ts, not what lies behind them.",
      severity: 'error',
      from: { path: `^server/${oneOf(slices)}/`, pathNot: '\\.test\\.ts$' },
      to: { path: `^server/${oneOf(slices)}/`, pathNot: ['^server/$1/', '/(index|contract)\\.ts$'] },
    },
    {
      name: 'telephony-by-the-front-door',
      comment: 'Import telephony/index.ts, or the index.ts of one of its folders.',
      severity: 'error',
      from: { path: '^(config|server|agent-ui)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^telephony/', pathNot: '^telephony/(index|worded|[^/]+/index)\\.ts$' },
    },
    {
      name: 'slices-do-not-know-the-wiring',
      severity: 'error',
      from: { path: `^server/${oneOf(slices)}/` },
      to: { path: '^server/((main|app)\\.ts$|start/)' },
    },
    {
      name: 'console-sees-contracts',
      comment:
        'The console takes values from contract.ts, and types from routes.ts; the rest of the server stays there.',
      severity: 'error',
      from: { path: '^agent-ui/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(config|server|test)/', pathNot: ['^server/.+/contract\\.ts$', '^server/.+/routes\\.ts$'] },
    },
    {
      name: 'console-takes-types-of-routes',
      severity: 'error',
      from: { path: '^agent-ui/' },
      to: { path: '^server/.+/routes\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-knows-the-tests',
      severity: 'error',
      from: { path: '^(config|telephony|server|agent-ui/src)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(test/|.+\\.test\\.tsx?$)' },
    },
    ...doors,
    {
      name: 'everything-is-found',
      comment:
        'A file that does not exist, or a package that package.json does not name. What is built may be missing.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '(^|/)dist/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.data)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};

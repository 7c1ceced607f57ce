import { defineConfig } from 'tsdown';

/**
 * The server as plain JavaScript, file by file as the sources lie: what is found relative to a file (migrations) is
 * found the same way, and a stack trace names the place. Packages stay in node_modules.
 */
export default defineConfig({
  entry: ['server/start/run-product.ts'],
  outDir: 'dist/server',
  platform: 'node',
  target: 'node20',
  root: '.',
  unbundle: true,
  dts: false,
  sourcemap: true,
  copy: [{ from: 'server/migrations', to: 'dist/server/server' }],
});

/**
 * `npm start`: builds what has newer sources, then runs the built server in this very process, so that signals and the
 * exit code need nobody in between. Plain JavaScript, because running TypeScript here would slow down each of the
 * hundreds of imports that follow. A machine without development packages runs what was built elsewhere.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const projectFolder = fileURLToPath(new URL('..', import.meta.url));

if (existsSync(new URL('../node_modules/tsx', import.meta.url))) {
  const build = ['--import', 'tsx', 'server/start/build.ts'];
  const { status } = spawnSync(process.execPath, build, { cwd: projectFolder, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
const { runProduct } = await import('../dist/server/server/start/run-product.mjs');
await runProduct(projectFolder);

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Worded, WordedError } from '../../telephony/worded.ts';
import { isErrno } from '../platform/running-process.ts';
import { showStep } from './show-step.ts';
import type { Terminal } from './terminal.ts';

/** One thing that is built: from which sources, and how. */
interface Build {
  readonly name: string;
  readonly step: Worded;
  /** Files and folders below the project's. */
  readonly sources: readonly string[];
  /** A program of node_modules, run by this Node. */
  readonly command: readonly [program: string, ...args: string[]];
}

const common = ['package-lock.json', 'tsconfig.json'];

export const builds: readonly Build[] = [
  {
    name: 'server',
    step: { uk: 'Складання сервера', en: 'Building the server' },
    sources: ['config', 'telephony', 'server', 'tsdown.config.ts', ...common],
    command: ['node_modules/tsdown/dist/run.mjs', '--logLevel', 'warn'],
  },
  {
    name: 'console',
    step: { uk: 'Складання консолі', en: 'Building the console' },
    // The console takes values of the server's contracts.
    sources: ['agent-ui', 'server', ...common],
    command: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', '--config', 'agent-ui/vite.config.ts'],
  },
];

/**
 * Builds what has sources newer than its last build; says so, as it takes seconds.
 *
 * @throws WordedError with what the compiler said
 */
export async function buildWhenStale(projectFolder: string, terminal: Terminal): Promise<void> {
  for (const build of builds) {
    const stamp = join(projectFolder, 'dist', `${build.name}.built`);
    const builtAt = await newestIn(stamp);
    const sources = build.sources.map((source) => join(projectFolder, source));
    const newestSourceAt = Math.max(...(await Promise.all(sources.map(newestIn))));
    if (builtAt >= newestSourceAt) continue;
    const startedAt = new Date();
    await rm(stamp, { force: true }); // an interrupted build is made again
    await showStep(terminal, build.step, () => run(build, projectFolder));
    await mkdir(join(projectFolder, 'dist'), { recursive: true });
    await writeFile(stamp, '');
    await utimes(stamp, startedAt, startedAt); // what is changed during the build is newer than it
  }
}

async function run({ name, command }: Build, projectFolder: string): Promise<void> {
  const child = spawn(process.execPath, [...command], { cwd: projectFolder, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = await once(child, 'close');
  if (code === 0) return;
  throw new WordedError('build_failed', {
    uk: `Не вдалося скласти ${name} з вихідного коду:\n${output.trim()}`,
    en: `The ${name} could not be built from its sources:\n${output.trim()}`,
  });
}

/** When the file, or anything in the folder, was changed last: milliseconds, 0 when it is not there. Tests do not count. */
async function newestIn(path: string): Promise<number> {
  try {
    const found = await stat(path);
    if (!found.isDirectory()) return found.mtimeMs;
    const names = (await readdir(path)).filter((name) => !/\.test\.tsx?$/.test(name) && name !== 'node_modules');
    const inside = await Promise.all(names.map((name) => newestIn(join(path, name))));
    // A folder changes when something in it is removed or renamed.
    return Math.max(found.mtimeMs, ...inside);
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return 0;
    throw error;
  }
}

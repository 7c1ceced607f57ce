import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Progress } from '../worded.ts';
import { WordedError } from '../worded.ts';
import { aptOptions } from './apt-options.ts';
import { type AptSource, findDebianArchive, parseDeb822, parseOneLineList } from './apt-sources.ts';
import { holdLock } from './hold-lock.ts';
import { installFailure } from './install-failure.ts';
import { runCommand } from './run-command.ts';

export interface PackageOrder {
  /** What people call it, in messages and as the folder's name. */
  readonly name: string;
  /** The Debian release to take it from; need not be the machine's own. */
  readonly suite: string;
  readonly packages: readonly string[];
  /** Packages that come along as dependencies but are never used by the program itself. */
  readonly leaveOut: RegExp;
  /** What the packages' own scripts would do after unpacking, as they are not run. */
  readonly finish?: (root: string) => Promise<void>;
}

/**
 * Unpacks packages of a Debian release into the user's cache and returns that folder. Nothing of the machine changes, no
 * root rights are needed, and the mirror and key ring are those the machine's own apt is set up with. Two processes may
 * ask at once: one unpacks, the other waits. A folder that is there is complete. Throws a `WordedError`.
 */
export async function installDebianPackages(order: PackageOrder, progress: Progress = () => {}): Promise<string> {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'dzvin');
  const root = join(cache, `${order.name}-${order.suite}-${digestOf(order.packages)}`);
  if (existsSync(root)) return root;
  await mkdir(cache, { recursive: true });
  await holdLock(`${root}.lock`, async () => {
    if (!existsSync(root)) await unpackInto(root, order, progress);
  });
  return root;
}

/** Part of the folder's name: another list of packages is another folder. */
const digestOf = (packages: readonly string[]) =>
  createHash('sha256').update(packages.join()).digest('hex').slice(0, 8);

async function unpackInto(root: string, order: PackageOrder, progress: Progress) {
  const unpacking = `${root}.unpacking`;
  const aptHome = `${root}.apt`;
  try {
    await rm(unpacking, { recursive: true, force: true });
    const archives = await download(aptHome, order, progress);
    await unpack(archives, unpacking, { order, progress });
    await order.finish?.(unpacking);
    await rename(unpacking, root);
  } catch (error) {
    throw error instanceof WordedError ? error : installFailure(order, error);
  } finally {
    await rm(aptHome, { recursive: true, force: true });
    await rm(unpacking, { recursive: true, force: true });
  }
}

/** Fetches the packages with what they depend on, and returns the files. apt keeps its books in `aptHome`, not in /var. */
async function download(aptHome: string, order: PackageOrder, progress: Progress): Promise<string[]> {
  await rm(aptHome, { recursive: true, force: true });
  for (const folder of ['state/lists/partial', 'cache/archives/partial']) {
    await mkdir(join(aptHome, folder), { recursive: true });
  }
  await writeFile(join(aptHome, 'status'), '');
  await writeFile(join(aptHome, 'sources.list'), `${sourceLine(await debianArchive(), order.suite)}\n`);

  const options = aptOptions(aptHome);
  progress({ ...readingLists(order), percent: null });
  await runCommand('apt-get', [...options, 'update']);
  const onPercent = (percent: number) => progress({ ...downloading(order), percent });
  await runCommand('apt-get', [...options, '--yes', '--download-only', 'install', ...order.packages], { onPercent });

  const folder = join(aptHome, 'cache/archives');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.deb') && !order.leaveOut.test(file));
  return files.map((file) => join(folder, file));
}

async function unpack(archives: readonly string[], root: string, { order, progress }: UnpackDeps) {
  await mkdir(root, { recursive: true });
  for (const [done, archive] of archives.entries()) {
    if (done % 10 === 0) progress({ ...unpackingOf(order), percent: Math.round((100 * done) / archives.length) });
    await runCommand('dpkg-deb', ['--extract', archive, root]);
  }
  const unused = ['doc', 'man', 'locale', 'info', 'lintian', 'bug', 'i18n', 'perl', 'perl5'];
  await Promise.all(unused.map((name) => rm(join(root, 'usr/share', name), { recursive: true, force: true })));
}

interface UnpackDeps {
  readonly order: PackageOrder;
  readonly progress: Progress;
}

async function debianArchive(): Promise<AptSource> {
  const parts = '/etc/apt/sources.list.d';
  const names = existsSync(parts) ? (await readdir(parts)).sort() : [];
  const files = ['/etc/apt/sources.list', ...names.map((name) => join(parts, name))];
  const sources = await Promise.all(files.filter((file) => existsSync(file)).map(readSources));
  const archive = findDebianArchive(sources.flat());
  if (archive) return archive;
  throw new WordedError('no_mirror', {
    uk: 'Серед джерел apt цієї машини (/etc/apt/sources.list, /etc/apt/sources.list.d) немає архіву Debian із розділом main. Додайте його, або вкажіть власну АТС змінною ARI_URL.',
    en: 'None of the apt sources of this machine (/etc/apt/sources.list, /etc/apt/sources.list.d) is a Debian archive with the component main. Add one, or name your own PBX with the variable ARI_URL.',
  });
}

async function readSources(file: string): Promise<AptSource[]> {
  if (file.endsWith('.sources')) return parseDeb822(await readFile(file, 'utf8'));
  return file.endsWith('.list') ? parseOneLineList(await readFile(file, 'utf8')) : [];
}

function sourceLine({ uri, signedBy }: AptSource, suite: string): string {
  const known = [
    signedBy,
    '/usr/share/keyrings/debian-archive-keyring.gpg',
    '/usr/share/keyrings/debian-archive-keyring.pgp',
  ];
  const keyRing = known.find((file) => file !== null && existsSync(file));
  return `deb ${keyRing ? `[signed-by=${keyRing}] ` : ''}${uri} ${suite} main`;
}

const readingLists = ({ name, suite }: PackageOrder) => ({
  uk: `${name}: читаємо перелік пакетів Debian ${suite}`,
  en: `${name}: reading the package list of Debian ${suite}`,
});
const downloading = ({ name }: PackageOrder) => ({
  uk: `${name}: завантажуємо пакети`,
  en: `${name}: downloading packages`,
});
const unpackingOf = ({ name }: PackageOrder) => ({ uk: `${name}: розпаковуємо`, en: `${name}: unpacking` });

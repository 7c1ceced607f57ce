import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** The process that listens on this TCP port of any address; undefined when none does, or it belongs to somebody else. */
export function processListeningOn(port: number): number | undefined {
  const inodes = new Set(
    listeningSockets().flatMap((socket) => (socket.port === port ? [`socket:[${socket.inode}]`] : [])),
  );
  return processIds().find((pid) => openFiles(pid).some((file) => inodes.has(file)));
}

/** Processes whose command line names this path: what a product that lies in a folder of its own has started. */
export function processesNaming(path: string): number[] {
  return processIds().filter((pid) => pid !== process.pid && commandLine(pid).includes(path));
}

function listeningSockets(): { port: number; inode: string }[] {
  const listening = '0A';
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) =>
    read(table)
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((columns) => columns[3] === listening)
      .map((columns) => ({ port: Number.parseInt(columns[1]?.split(':')[1] ?? '', 16), inode: columns[9] ?? '' })),
  );
}

const processIds = () =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0);
const commandLine = (pid: number) => read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');

/** Processes come and go while we look, and others' are closed to us: both have no files. */
function openFiles(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => readLink(`/proc/${pid}/fd/${fd}`));
  } catch {
    return [];
  }
}

function readLink(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

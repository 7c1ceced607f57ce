import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** How to start a program that lies in an unpacked folder: `spawn(command, [...args, ...ownArguments])`. */
export interface PrivateProgram {
  readonly command: string;
  readonly args: readonly string[];
}

const linuxOf: Partial<Record<NodeJS.Architecture, { triplet: string; loader: string }>> = {
  x64: { triplet: 'x86_64-linux-gnu', loader: 'ld-linux-x86-64.so.2' },
  arm64: { triplet: 'aarch64-linux-gnu', loader: 'ld-linux-aarch64.so.1' },
};

/**
 * Programs of another Debian release need that release's C library. They are started through the loader unpacked
 * beside them, which replaces a chroot: no root rights, no mounts, and the host's libraries are never mixed in.
 * The process is then called after the loader in `ps`.
 */
export function privateProgram(root: string, programPath: string): PrivateProgram {
  const linux = linuxOf[process.arch];
  if (!linux) throw new Error(`no Debian packages are known for ${process.arch}`);
  // Releases before the merged /usr keep the C library in /lib; later ones have it in /usr/lib only.
  const folders = libraryFolders(linux.triplet).map((folder) => join(root, folder));
  const loader = folders.map((folder) => join(folder, linux.loader)).find((file) => existsSync(file));
  if (!loader) throw new Error(`${linux.loader} is missing under ${root}`);
  return { command: loader, args: ['--library-path', folders.join(':'), join(root, programPath)] };
}

const libraryFolders = (triplet: string) => [`usr/lib/${triplet}`, `lib/${triplet}`, 'usr/lib', 'lib'];

/** Where Debian puts Asterisk's modules, below the unpacked root. */
export function modulesFolder(root: string): string {
  const triplet = linuxOf[process.arch]?.triplet ?? '';
  const folders = [join(root, 'usr/lib', triplet, 'asterisk/modules'), join(root, 'usr/lib/asterisk/modules')];
  return folders.find((folder) => existsSync(folder)) ?? join(root, 'usr/lib/asterisk/modules');
}

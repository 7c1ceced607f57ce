import { isAbsolute, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where calls are loaded from (D-17). */
export type PbxSource =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'https'; readonly url: URL }
  | { readonly kind: 'mysql'; readonly host: string; readonly port: number }
  | { readonly kind: 'sim' };

/** @returns null for a scheme nobody reads */
export function parsePbxPath(text: string): PbxSource | null {
  if (isAbsolute(text)) return { kind: 'file', path: resolve(text) };
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol === 'sim:') return { kind: 'sim' };
  if (url.protocol === 'https:') return { kind: 'https', url };
  if (url.protocol === 'mysql:') return url.hostname === '' ? null : { kind: 'mysql', ...hostOf(url) };
  return url.protocol === 'file:' && url.hostname === '' ? { kind: 'file', path: fileURLToPath(url) } : null;
}

const hostOf = (url: URL) => ({ host: url.hostname, port: Number(url.port || 3306) });

/** A password in an address would be shown with it. */
export function holdsPassword(text: string): boolean {
  return URL.canParse(text) && new URL(text).password !== '';
}

/** Whether the configuration lets calls come from there: a file of an allowed folder, a machine that is named. */
export function isPlaceAllowed(source: PbxSource, places: readonly string[]): boolean {
  if (source.kind === 'sim') return true;
  if (source.kind === 'file') {
    return places.some((place) => isAbsolute(place) && isWithin(source.path, resolve(place)));
  }
  const host = source.kind === 'https' ? source.url.hostname : source.host;
  return places.some((place) => place.toLowerCase() === host.toLowerCase());
}

const isWithin = (path: string, folder: string) =>
  path === folder || path.startsWith(`${folder.replace(/\/$/, '')}${sep}`);

/** One archive this machine already takes packages from. */
export interface AptSource {
  readonly uri: string;
  readonly suites: readonly string[];
  readonly components: readonly string[];
  /** A key ring file; null when the source names none, or carries the key in itself. */
  readonly signedBy: string | null;
}

/** Reads the paragraphs of a `*.sources` file (deb822). Disabled and source-only paragraphs are left out. */
export function parseDeb822(text: string): AptSource[] {
  const withoutComments = text.replace(/^#.*\n?/gm, '');
  return withoutComments.split(/\n[ \t]*\n/).flatMap((paragraph) => {
    const fields = fieldsOf(paragraph);
    if (!words(fields.get('types')).includes('deb') || /^(no|false|off|0)$/i.test(fields.get('enabled') ?? ''))
      return [];
    const shared = {
      suites: words(fields.get('suites')),
      components: words(fields.get('components')),
      signedBy: keyRingFile(fields.get('signed-by')),
    };
    return words(fields.get('uris')).map((uri) => ({ uri, ...shared }));
  });
}

/** Reads the lines of `sources.list` and `*.list` files: `deb [option=value …] uri suite component…`. */
export function parseOneLineList(text: string): AptSource[] {
  return text.split('\n').flatMap((line) => {
    const match = /^\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s*([^#]*)/.exec(line);
    const [, options = '', uri, suite, components = ''] = match ?? [];
    if (uri === undefined || suite === undefined) return [];
    const signedBy = keyRingFile(/(?:^|\s)signed-by=(\S+)/i.exec(options)?.[1]);
    return [{ uri, suites: [suite], components: words(components), signedBy }];
  });
}

const debianRelease = /^(bullseye|bookworm|trixie|forky|duke|sid|oldoldstable|oldstable|stable|testing|unstable)$/;

/**
 * The source that is Debian's own main archive, whichever mirror the machine uses: it carries a release by its plain
 * name (not `…-security`, not a vendor's suite) with the component main. Undefined when there is none.
 */
export function findDebianArchive(sources: readonly AptSource[]): AptSource | undefined {
  return sources.find(
    ({ suites, components }) => components.includes('main') && suites.some((s) => debianRelease.test(s)),
  );
}

function fieldsOf(paragraph: string): Map<string, string> {
  const unfolded = paragraph.replace(/\n[ \t]+/g, ' ');
  const pairs = unfolded.split('\n').map((line) => /^([A-Za-z-]+)\s*:\s*(.*)$/.exec(line));
  return new Map(pairs.flatMap((pair) => (pair ? [[(pair[1] ?? '').toLowerCase(), pair[2] ?? '']] : [])));
}

const words = (value: string | undefined) => (value ?? '').split(/\s+/).filter((word) => word !== '');

const keyRingFile = (value: string | undefined) =>
  value?.startsWith('/') ? (words(value.split(',')[0])[0] ?? null) : null;

import { WordedError } from '../worded.ts';
import { CommandFailedError } from './run-command.ts';

export type InstallFailureCode = 'no_apt' | 'no_disk' | 'no_connection' | 'not_in_archive' | 'install_failed';

interface What {
  readonly name: string;
  readonly suite: string;
}

/** Words why packages could not be unpacked, by what apt-get, dpkg-deb or the file system said. */
export function installFailure(what: What, error: unknown): WordedError<InstallFailureCode> {
  const said = error instanceof CommandFailedError ? error.output : String(error);
  const [code, , text] = causes.find(([, sign]) => sign.test(said)) ?? unknown;
  return new WordedError(code, text(what, said), { cause: error });
}

type Cause = readonly [InstallFailureCode, RegExp, (what: What, said: string) => { uk: string; en: string }];

const ownPbx = {
  uk: 'Або вкажіть власну АТС змінною ARI_URL.',
  en: 'Or name your own PBX with the variable ARI_URL.',
};

const causes: readonly Cause[] = [
  [
    'no_apt',
    /ENOENT/,
    ({ name }) => ({
      uk: `${name} береться з пакетів Debian, а програм apt-get, dpkg-deb чи flock на цій машині немає. ${ownPbx.uk}`,
      en: `${name} is taken from Debian's packages, but apt-get, dpkg-deb or flock is missing on this machine. ${ownPbx.en}`,
    }),
  ],
  [
    'no_disk',
    /ENOSPC|No space left|enough free space/i,
    ({ name }) => ({
      uk: `На диску з каталогом кешу замало місця: ${name} потребує до 500 МБ. Звільніть місце або перенесіть кеш змінною XDG_CACHE_HOME.`,
      en: `The disk of the cache folder is full: ${name} needs up to 500 MB. Free some space, or move the cache with the variable XDG_CACHE_HOME.`,
    }),
  ],
  [
    'not_in_archive',
    /Unable to locate package|has no installation candidate|does not have a Release file|404\s+Not Found/i,
    ({ name, suite }) => ({
      uk: `Дзеркало Debian цієї машини не має випуску ${suite} або пакета ${name} у ньому. Оберіть повне дзеркало в /etc/apt. ${ownPbx.uk}`,
      en: `The Debian mirror of this machine has no release ${suite}, or no package ${name} in it. Choose a complete mirror in /etc/apt. ${ownPbx.en}`,
    }),
  ],
  [
    'no_connection',
    /Failed to fetch|Could not (resolve|connect)|Temporary failure|Connection (failed|timed out)|Cannot initiate/i,
    ({ name }) => ({
      uk: `${name} не завантажився: дзеркало Debian цієї машини не відповідає. Перевірте мережу (apt-get update) і запустіть ще раз. ${ownPbx.uk}`,
      en: `${name} could not be downloaded: the Debian mirror of this machine does not answer. Check the network (apt-get update) and start again. ${ownPbx.en}`,
    }),
  ],
];

const unknown: Cause = [
  'install_failed',
  /./,
  ({ name }, said) => ({
    uk: `${name} не вдалося розпакувати з пакетів Debian: ${said}`,
    en: `${name} could not be unpacked from Debian's packages: ${said}`,
  }),
];

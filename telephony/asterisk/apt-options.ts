import { join } from 'node:path';

/** Makes apt-get work in a folder of its own: no root rights, no lock of the machine's apt, no recommended extras. */
export function aptOptions(aptHome: string): string[] {
  const settings = {
    'Dir::State': join(aptHome, 'state'),
    'Dir::State::status': join(aptHome, 'status'),
    'Dir::Cache': join(aptHome, 'cache'),
    'Dir::Etc::sourcelist': join(aptHome, 'sources.list'),
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::Etc::preferences': '/dev/null',
    'Dir::Etc::preferencesparts': '/dev/null',
    'APT::Install-Recommends': 'false',
    // The unprivileged user apt switches to could not write into a folder of ours.
    'APT::Sandbox::User': 'root',
    'APT::Status-Fd': '3',
    'Acquire::Languages': 'none',
    // A mirror that lags serves a Release file past its date; the signature is still checked.
    'Acquire::Check-Valid-Until': 'false',
    'Acquire::Retries': '3',
  };
  return ['-q', ...Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`])];
}

import type { Worded } from '../../telephony/worded.ts';
import type { Check, CheckView, Finding } from './contract.ts';

/** What is looked at, as a heading. */
export const checkNames: Readonly<Record<Check, Worded>> = {
  asterisk_version: { uk: 'Версія Asterisk', en: 'Asterisk version' },
  ari: { uk: 'Зв’язок з Asterisk (ARI)', en: 'Connection to Asterisk (ARI)' },
  trunk: { uk: 'Зовнішня лінія (транк)', en: 'Outside line (trunk)' },
  phones: { uk: 'Телефони працівників', en: 'People’s phones' },
  database: { uk: 'База даних', en: 'Database' },
  clock: { uk: 'Годинники', en: 'Clocks' },
  disk: { uk: 'Місце на диску', en: 'Disk space' },
  ledger: { uk: 'Журнал дзвінків', en: 'Call ledger' },
};

/** What was found and, where something is wrong, the mend. `{name}` stands for a fact. */
const sentences: Readonly<Record<Finding, Worded>> = {
  version_good: { uk: 'Asterisk {version}.', en: 'Asterisk {version}.' },
  version_slow_transport: {
    uk: 'Asterisk {version} працює, але повільнішим способом зв’язку. Оновіть його до 22.',
    en: 'Asterisk {version} works, but over the slower connection. Upgrade it to 22.',
  },
  version_too_old: {
    uk: 'Asterisk {version} застарий. Потрібна версія 16 або новіша, найкраще 22.',
    en: 'Asterisk {version} is too old. Version 16 or newer is needed, best 22.',
  },
  version_unknown: {
    uk: 'Версія невідома, бо Asterisk не відповів.',
    en: 'The version is not known, since Asterisk did not answer.',
  },
  ari_answers: { uk: '{url} відповідає за {ms} мс.', en: '{url} answers within {ms} ms.' },
  ari_wrong_password: {
    uk: '{url} не приймає ім’я або пароль. Звірте ARI_USER і ARI_PASSWORD з файлом ari.conf.',
    en: '{url} does not accept the user or the password. Compare ARI_USER and ARI_PASSWORD with ari.conf.',
  },
  ari_absent: {
    uk: 'За адресою {url} ніхто не відповідає. Перевірте, чи запущено Asterisk і чи ввімкнено http.conf.',
    en: 'Nobody answers at {url}. Check that Asterisk runs and that http.conf is enabled.',
  },
  ari_not_asterisk: {
    uk: 'За адресою {url} відповідає не ARI. Перевірте ARI_URL, ari.conf і модуль res_ari.',
    en: 'What answers at {url} is not ARI. Check ARI_URL, ari.conf and the module res_ari.',
  },
  ari_failed: { uk: 'З’єднання з {url} не вдалося: {text}', en: 'The connection to {url} failed: {text}' },
  trunk_there: { uk: 'Точка «{endpoint}» є.', en: 'The endpoint "{endpoint}" is there.' },
  trunk_offline: {
    uk: 'Точка «{endpoint}» є, але інша сторона не відповідає. Перевірте адресу й пароль оператора зв’язку.',
    en: 'The endpoint "{endpoint}" is there, but the other side does not answer. Check the provider’s address and password.',
  },
  trunk_missing: {
    uk: 'Asterisk не знає точки «{endpoint}». Додайте транк у pjsip.conf, зразок друкує npm run asterisk:config.',
    en: 'Asterisk knows no endpoint "{endpoint}". Add the trunk to pjsip.conf; npm run asterisk:config prints an example.',
  },
  trunk_unknown: { uk: 'Невідомо, бо Asterisk не відповів.', en: 'Not known, since Asterisk did not answer.' },
  phones_registered: { uk: 'На зв’язку {registered} з {people}.', en: '{registered} of {people} registered.' },
  phones_none_registered: {
    uk: 'Жоден із телефонів ({people}) не на зв’язку. Увімкніть їх; дані для налаштування є в Параметри / Користувачі.',
    en: 'None of the {people} phones is registered. Switch them on; their settings stand in Parameters / Users.',
  },
  phones_nobody_has_number: {
    uk: 'Ніхто не має SIP-номера. Задайте його в Параметри / Користувачі.',
    en: 'Nobody has a SIP number. Set it in Parameters / Users.',
  },
  phones_missing_on_pbx: {
    uk: 'Asterisk не знає номера {first} (усього таких {missing}). Збережіть картку користувача ще раз; у власній АТС перевірте sorcery.conf.',
    en: 'Asterisk does not know the number {first} ({missing} in all). Save the user’s card again; on a PBX of your own check sorcery.conf.',
  },
  phones_unknown: { uk: 'Невідомо, бо Asterisk не відповів.', en: 'Not known, since Asterisk did not answer.' },
  database_good: {
    uk: 'PostgreSQL {version} відповідає за {ms} мс.',
    en: 'PostgreSQL {version} answers within {ms} ms.',
  },
  database_slow: {
    uk: 'PostgreSQL відповідає за {ms} мс, це повільно. Перевірте навантаження й диск сервера бази.',
    en: 'PostgreSQL takes {ms} ms to answer, which is slow. Check the load and the disk of its server.',
  },
  database_unreachable: {
    uk: 'База даних не відповідає: {text}. Дзвінки йдуть далі й запишуться, щойно вона повернеться; перевірте DATABASE_URL і сервер бази.',
    en: 'The database does not answer: {text}. Calls go on and are written when it is back; check DATABASE_URL and its server.',
  },
  clock_good: { uk: 'Розбіжність до {seconds} с.', en: 'They differ by {seconds} s at most.' },
  clock_differs: {
    uk: 'Годинники розходяться на {seconds} с: часи в журналі будуть хибні. Увімкніть синхронізацію часу (chrony) на кожній машині.',
    en: 'The clocks differ by {seconds} s: times in the log will be wrong. Switch on time synchronisation (chrony) on each machine.',
  },
  clock_unknown: { uk: 'Немає з чим порівняти.', en: 'There is nothing to compare with.' },
  disk_good: { uk: 'Вільно {freeGb} ГБ ({percent} %).', en: '{freeGb} GB free ({percent} %).' },
  disk_low: {
    uk: 'Вільно лише {freeGb} ГБ ({percent} %) у {folder}. Звільніть місце.',
    en: 'Only {freeGb} GB free ({percent} %) in {folder}. Make room.',
  },
  disk_full: {
    uk: 'Диск майже повний: {freeGb} ГБ у {folder}. Звільніть місце негайно, інакше дзвінки не запишуться.',
    en: 'The disk is nearly full: {freeGb} GB in {folder}. Make room at once, or calls will not be written.',
  },
  disk_unknown: { uk: 'Місце не вдалося виміряти: {text}', en: 'The space could not be measured: {text}' },
  ledger_written: { uk: 'Усе записано.', en: 'Everything is written.' },
  ledger_waiting: {
    uk: 'На базу даних чекає {bytes} байтів записів про дзвінки. Вони запишуться самі, щойно вона відповість.',
    en: '{bytes} bytes of call entries wait for the database. They are written by themselves when it answers.',
  },
};

/** The finding in whole sentences. */
export function wordFinding({ finding, facts }: Pick<CheckView, 'finding' | 'facts'>): Worded {
  const fill = (sentence: string) => sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '?'));
  const { uk, en } = sentences[finding];
  return { uk: fill(uk), en: fill(en) };
}

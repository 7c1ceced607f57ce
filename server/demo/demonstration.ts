import type { Worded } from '../../telephony/worded.ts';
import type { RoleCode } from '../access/contract.ts';
import { findAccountByEmail, hasFirstPassword } from '../access/index.ts';
import type { Sql } from '../platform/database.ts';
import type { Demonstration } from '../start/welcome.ts';
import { demoPassword, demoPeople, emailOf } from './people.ts';

/** The shipped roles by name (D-15). */
const roleNames: Readonly<Record<RoleCode, Worded>> = {
  administrator: { uk: 'Адміністратор', en: 'administrator' },
  head: { uk: 'Керівник', en: 'head' },
  supervisor: { uk: 'Супервізор', en: 'supervisor' },
  agent: { uk: 'Оператор', en: 'agent' },
  manager: { uk: 'Менеджер', en: 'manager' },
  implementer: { uk: 'Спеціаліст із впровадження', en: 'implementer' },
  viewer: { uk: 'Перегляд', en: 'viewer' },
};

/**
 * Who of the demonstration may still sign in with its password, for the terminal.
 *
 * @returns null when there is nobody: the data never were the demonstration's, or are somebody's own by now
 */
export async function findDemonstration(sql: Sql, lines: Demonstration['lines']): Promise<Demonstration | null> {
  const mayStill = await Promise.all(demoPeople.map((person) => hasDemoPassword(sql, emailOf(person))));
  const people = demoPeople
    .filter((_person, index) => mayStill[index])
    .map((person) => ({ name: person.fullName, email: emailOf(person), role: roleNames[person.role] }));
  return people.length > 0 ? { password: demoPassword, people, lines } : null;
}

async function hasDemoPassword(sql: Sql, email: string): Promise<boolean> {
  const personId = await findAccountByEmail(sql, email);
  return personId !== null && (await hasFirstPassword(sql, personId));
}

import type { Sql } from '../platform/database.ts';
import { shippedRightsOf } from './may.ts';
import type { Person } from './person.ts';
import type { Reach, RightKey } from './rights.ts';

type Fragment = ReturnType<Sql>;

/** A right that says whose things it reaches (D-15). */
export type ReachKey = Extract<
  RightKey,
  `${'clients' | 'projects' | 'events' | 'tasks'}.${'view' | 'edit'}` | 'calls.view'
>;

/** Null: the person has no such right at all. */
export function reachOf(person: Person, right: ReachKey): Reach | null {
  return scopeOf(person).reaches[right] ?? null;
}

/**
 * The right to read, or to change, as a part of a `where`: whose things `person` reaches.
 *
 * @param ownedBy says that a row belongs to one of a set of people, and is called with that set in parentheses:
 * ```ts
 * where ${readable(sql, person, 'events.view', (people) => sql`(events.responsible_id in ${people} or events.author_id in ${people})`)}
 * where ${readable(sql, person, 'tasks.view', (people) => sql`(tasks.author_id in ${people} or tasks.performer_id in ${people}
 *   or tasks.controller_id in ${people} or exists (select from task_people part
 *      where part.task_id = tasks.task_id and part.person_id in ${people}))`)}
 * ```
 * A thing that belongs to nobody is reached by «усі» only. For one object put the same condition beside its id.
 */
export function readable(sql: Sql, person: Person, right: ReachKey, ownedBy: (people: Fragment) => Fragment): Fragment {
  const { reaches, units } = scopeOf(person);
  const reach = reaches[right];
  if (reach === undefined) return sql`false`;
  const own = ownedBy(sql`(${person.personId}::uuid)`);
  if (reach === 'own') return own;
  if (reach === 'department') return sql`(${own} or ${ownedBy(sql`(${colleagues(sql, person)})`)})`;
  if (reach === 'unit') return sql`(${own} or ${ownedBy(sql`(${peopleOfUnits(sql, person)})`)})`;
  if (units.denied.length === 0) return sql`true`;
  return sql`(${own} or (${ownedBy(sql`(${peopleIn(sql, units.denied)})`)}) is not true)`;
}

const scopeOf = (person: Person) => person.scope ?? shippedRightsOf(person.role);

/** The people of the same department of the same enterprise; without a department nobody but oneself. */
function colleagues(sql: Sql, { personId }: Person): Fragment {
  return sql`
    select peer.person_id
    from people me
    join employees mine on mine.employee_id = me.employee_id
    join employees theirs on theirs.enterprise_id = mine.enterprise_id and theirs.department = mine.department
    join people peer on peer.employee_id = theirs.employee_id
    where me.person_id = ${personId} and mine.department <> ''`;
}

/** The people of one's own unit, of the further ones one serves, and of those allowed by hand, without the denied. */
function peopleOfUnits(sql: Sql, { personId, ...person }: Person): Fragment {
  const { allowed, denied } = scopeOf({ personId, ...person }).units;
  return sql`
    select peer.person_id
    from people peer join employees theirs on theirs.employee_id = peer.employee_id
    where coalesce(peer.unit_id, theirs.enterprise_id) in (
        select coalesce(me.unit_id, mine.enterprise_id)
        from people me join employees mine on mine.employee_id = me.employee_id where me.person_id = ${personId}
        union all select unit_id from person_units where person_id = ${personId}
        union all select unnest(${[...allowed]}::uuid[]))
      and coalesce(peer.unit_id, theirs.enterprise_id) <> all (${[...denied]}::uuid[])`;
}

function peopleIn(sql: Sql, unitIds: readonly string[]): Fragment {
  return sql`
    select peer.person_id
    from people peer join employees theirs on theirs.employee_id = peer.employee_id
    where coalesce(peer.unit_id, theirs.enterprise_id) = any (${[...unitIds]}::uuid[])`;
}

import type { FewFree, PersonStateView } from '../presence/contract.ts';
import type { LineView } from './contract.ts';

type Somebody = Pick<PersonStateView, 'personId' | 'name' | 'projectId' | 'shown' | 'obstacle'>;

/** At work or gone for the day: neither is on a break. */
const notOnBreak: readonly string[] = ['free', 'with_client', 'wrap_up', 'absent'];

/**
 * The line that would have fewer free people than its minimum without this one (D-03); null when none would. A person
 * serves the lines of their project, or as one of the common pool those without a project (D-11).
 */
export function tooFewFree(
  personId: string,
  lines: Iterable<Pick<LineView, 'name' | 'projectId' | 'minFreePeople'>>,
  people: readonly Somebody[],
): FewFree | null {
  const leaving = people.find((one) => one.personId === personId);
  if (leaving?.shown !== 'free') return null;
  const others = people.filter((one) => one.personId !== personId && one.projectId === leaving.projectId);
  const free = others.filter(({ obstacle }) => obstacle === null).length;
  for (const { name, projectId, minFreePeople } of lines) {
    if (projectId !== leaving.projectId || free >= minFreePeople) continue;
    const onBreak = others.filter(({ shown }) => !notOnBreak.includes(shown)).map((one) => one.name);
    return { line: name, minimum: minFreePeople, onBreak };
  }
  return null;
}

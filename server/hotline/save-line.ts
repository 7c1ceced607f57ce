import { type Line, numberKey } from '../../telephony/index.ts';
import { plainFields, recordChange, type Saver, savedBy } from '../history/index.ts';
import { type Database, type Sql, transaction } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { violatedConstraint } from '../platform/violated-constraint.ts';
import { isActiveProject } from '../projects/index.ts';
import type { LineDraft, LineView } from './contract.ts';
import {
  countCallsOfLine,
  deleteLine,
  insertLine,
  isNameTaken,
  replaceNumbers,
  selectLine,
  selectNumberHolder,
  updateLine,
} from './queries.ts';

export interface SaveLineDeps {
  readonly database: Database;
  /** Both are told after the commit. An inactive line counts as removed. `engineLine` makes it the hot line's. */
  readonly lineChanged: (line: LineView) => void;
  readonly lineRemoved: (lineId: string) => void;
}

/** @throws Refusal line_number_taken { by, number } (field numbers), name_taken (field name), unknown_project (field projectId) */
export function createLine(by: Saver, draft: LineDraft, deps: SaveLineDeps): Promise<LineView> {
  return save(by, { lineId: null, draft }, deps);
}

/** @throws Refusal line_not_found, and those of `createLine` */
export function changeLine(
  by: Saver,
  change: { readonly lineId: string; readonly draft: LineDraft },
  deps: SaveLineDeps,
): Promise<LineView> {
  return save(by, change, deps);
}

/** A line that has had calls stays for their sake, made inactive. @throws Refusal in_use { calls }, line_not_found */
export async function removeLine(by: Saver, lineId: string, { database, lineRemoved }: SaveLineDeps): Promise<void> {
  await transaction(database, async (sql) => {
    const calls = await countCallsOfLine(sql, lineId);
    if (calls > 0) throw new Refusal('in_use', { calls });
    const line = await selectLine(sql, lineId);
    if (line === null || !(await deleteLine(sql, lineId))) throw new Refusal('line_not_found');
    await recordChange(sql, { ...objectOf(line), actor: savedBy(by), before: fieldsOf(line), after: null });
  });
  lineRemoved(lineId);
}

interface Change {
  readonly lineId: string | null;
  readonly draft: LineDraft;
}

const objectOf = ({ lineId, name }: LineView) => ({ kind: 'line', objectId: lineId, objectName: name }) as const;

/** Without what is counted or named elsewhere. */
const fieldsOf = (line: LineView) => plainFields(line, ['peopleCount', 'projectName']);

async function save(by: Saver, { lineId, draft }: Change, deps: SaveLineDeps): Promise<LineView> {
  const { database, lineChanged, lineRemoved } = deps;
  try {
    const saved = await transaction(database, async (sql) => {
      await checkDraft(sql, lineId, draft);
      const before = lineId === null ? null : await selectLine(sql, lineId);
      const after = await put(sql, lineId, draft);
      const fields = { before: before && fieldsOf(before), after: fieldsOf(after) };
      await recordChange(sql, { ...objectOf(after), actor: savedBy(by), ...fields });
      return after;
    });
    if (saved.isActive) lineChanged(saved);
    else lineRemoved(saved.lineId);
    return saved;
  } catch (error) {
    throw (await lostRace(error, { lineId, draft, database })) ?? error;
  }
}

async function checkDraft(sql: Sql, lineId: string | null, { name, numbers, projectId }: LineDraft): Promise<void> {
  if (await isNameTaken(sql, name, lineId)) throw new Refusal('name_taken', {}, 'name');
  const keys = numbers.map(numberKey);
  const twice = numbers.find((number, index) => keys.indexOf(numberKey(number)) !== index);
  if (twice !== undefined) throw new Refusal('line_number_taken', { by: name, number: twice }, 'numbers');
  const holder = await selectNumberHolder(sql, keys, lineId);
  if (holder) throw new Refusal('line_number_taken', holder, 'numbers');
  if (projectId !== null && !(await isActiveProject(sql, projectId))) {
    throw new Refusal('unknown_project', {}, 'projectId');
  }
}

async function put(sql: Sql, lineId: string | null, { numbers, ...row }: LineDraft): Promise<LineView> {
  if (lineId !== null && !(await updateLine(sql, lineId, row))) throw new Refusal('line_not_found');
  const savedId = lineId ?? (await insertLine(sql, row));
  await replaceNumbers(sql, savedId, numbers);
  const saved = await selectLine(sql, savedId);
  if (saved === null) throw new Refusal('line_not_found');
  return saved;
}

/** Two saves at the same moment: the check of the later one saw nothing, the database did. Now it sees who was first. */
async function lostRace(
  error: unknown,
  { lineId, draft, database }: { lineId: string | null; draft: LineDraft; database: Database },
): Promise<Refusal | null> {
  if (violatedConstraint(error) === null) return null;
  return transaction(database, (sql) => checkDraft(sql, lineId, draft)).then(
    () => null,
    (refusal: unknown) => (refusal instanceof Refusal ? refusal : Promise.reject(refusal)),
  );
}

/** What the hot line wants to know of a line. */
export function engineLine(line: LineView): Line {
  const { projectName, peopleCount, targetSeconds, shortAbandonSeconds, minFreePeople, isActive, ...rest } = line;
  return rest;
}

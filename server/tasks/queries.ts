import type { Sql } from '../platform/database.ts';
import type {
  PersonChoice,
  TaskCommentView,
  TaskDraft,
  TaskListQuery,
  TaskPersonView,
  TaskRow,
  TaskView,
} from './contract.ts';
import type { MovedTask, TaskStage } from './next-stage.ts';

/** Where the next page of the registry begins: after this row. */
export interface TaskPlace {
  readonly createdAt: string;
  readonly taskId: string;
}

const MOMENT = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"';

function rowColumns(sql: Sql, now: Date) {
  return sql`
    tasks.task_id, tasks.number, to_char(tasks.created_at, ${MOMENT}) as created_at, tasks.subject, tasks.stage,
    tasks.status, task_statuses.name as status_name, tasks.priority, to_char(tasks.due_at, ${MOMENT}) as due_at,
    coalesce(tasks.due_at < ${now} and ${isAlive(sql)}, false) as is_overdue,
    tasks.performer_id, performer.full_name as performer_name, controller.full_name as controller_name,
    clients.name as client_name, projects.name as project_name, tasks.percent_done`;
}

function rowTables(sql: Sql) {
  return sql`
    tasks
    join task_statuses on task_statuses.code = tasks.status
    left join people performer on performer.person_id = tasks.performer_id
    left join people controller on controller.person_id = tasks.controller_id
    left join clients on clients.client_id = tasks.client_id
    left join projects on projects.project_id = tasks.project_id`;
}

/** Still to be done: the same stages as in the index `tasks_due`. */
function isAlive(sql: Sql) {
  return sql`tasks.stage not in ('done', 'closed', 'rejected', 'cancelled')`;
}

/** Newest first. `from` of the due date is in the range, `until` is not. */
export function selectTasks(
  sql: Sql,
  filter: Omit<TaskListQuery, 'after'>,
  { personId, now, after }: { personId: string; now: Date; after: TaskPlace | null },
) {
  const { mine, performerId, controllerId, clientId, projectId, sourceEventId, stage, overdue, from, until } = filter;
  return sql<TaskRow[]>`
    select ${rowColumns(sql, now)} from ${rowTables(sql)}
    where true
      ${mine === undefined ? sql`` : sql`and ${isOf(sql, personId, mine)}`}
      ${performerId ? sql`and (tasks.performer_id = ${performerId} or ${isIn(sql, performerId, 'co_performer')})` : sql``}
      ${controllerId ? sql`and tasks.controller_id = ${controllerId}` : sql``}
      ${clientId ? sql`and tasks.client_id = ${clientId}` : sql``}
      ${projectId ? sql`and tasks.project_id = ${projectId}` : sql``}
      ${sourceEventId ? sql`and tasks.source_event_id = ${sourceEventId}` : sql``}
      ${stage ? sql`and tasks.stage = ${stage}` : sql``}
      ${overdue ? sql`and tasks.due_at < ${now} and ${isAlive(sql)}` : sql``}
      ${from ? sql`and tasks.due_at >= ${from}::timestamptz` : sql``}
      ${until ? sql`and tasks.due_at < ${until}::timestamptz` : sql``}
      ${after ? sql`and (tasks.created_at, tasks.task_id) < (${after.createdAt}::text::timestamptz, ${after.taskId}::uuid)` : sql``}
    order by tasks.created_at desc, tasks.task_id desc
    limit ${filter.limit}`;
}

function isIn(sql: Sql, personId: string, role: 'co_performer' | 'observer') {
  return sql`exists (select from task_people part
    where part.task_id = tasks.task_id and part.person_id = ${personId} and part.role = ${role})`;
}

/** «Свої» (D-15): author, performer, co-performer, controller or observer. */
function isOf(sql: Sql, personId: string, part: NonNullable<TaskListQuery['mine']>) {
  if (part === 'author') return sql`tasks.author_id = ${personId}`;
  if (part === 'controller') return sql`tasks.controller_id = ${personId}`;
  const performs = sql`(tasks.performer_id = ${personId} or ${isIn(sql, personId, 'co_performer')})`;
  if (part === 'performer') return performs;
  return sql`(${performs} or tasks.author_id = ${personId} or tasks.controller_id = ${personId}
              or ${isIn(sql, personId, 'observer')})`;
}

type TaskCard = Omit<TaskView, 'people' | 'comments'>;

/** @returns null when there is no such task */
export async function selectTask(sql: Sql, taskId: string, now: Date): Promise<TaskView | null> {
  const [[card], people, comments] = await Promise.all([
    sql<TaskCard[]>`
      select ${rowColumns(sql, now)}, tasks.description, tasks.controller_id,
             to_char(tasks.planned_start_at, ${MOMENT}) as planned_start_at,
             to_char(tasks.hold_until, ${MOMENT}) as hold_until, to_char(tasks.started_at, ${MOMENT}) as started_at,
             to_char(tasks.finished_at, ${MOMENT}) as finished_at, tasks.client_id, tasks.contact_id,
             tasks.project_id, tasks.source_event_id, tasks.result, tasks.reason, tasks.version, tasks.author_id,
             author.full_name as author_name, contact.name as contact_name, event.number as source_event_number
      from ${rowTables(sql)}
      join people author on author.person_id = tasks.author_id
      left join contact_persons contact on contact.contact_id = tasks.contact_id
      left join events event on event.event_id = tasks.source_event_id
      where tasks.task_id = ${taskId}`,
    sql<TaskPersonView[]>`
      select person_id, people.full_name as person_name, task_people.role, to_char(done_at, ${MOMENT}) as done_at
      from task_people join people using (person_id)
      where task_id = ${taskId} order by task_people.role, people.full_name`,
    sql<TaskCommentView[]>`
      select comment_id, people.full_name as author_name, text, to_char(task_comments.created_at, ${MOMENT}) as created_at
      from task_comments join people on people.person_id = author_id
      where task_id = ${taskId} order by task_comments.created_at, comment_id`,
  ]);
  return card ? { ...card, people, comments } : null;
}

export interface LockedTask extends Omit<MovedTask, 'projectManagerId'> {
  readonly version: number;
  readonly status: string;
}

/** The row stays locked until the transaction ends, so that two saves of one task follow each other. */
export async function lockTask(sql: Sql, taskId: string): Promise<LockedTask | null> {
  const [row] = await sql<LockedTask[]>`
    select version, status, stage, author_id, performer_id, controller_id,
           (select count(*) from task_people part
            where part.task_id = tasks.task_id and part.role = 'co_performer' and part.done_at is null) as open_parts
    from tasks where task_id = ${taskId} for update`;
  return row ?? null;
}

export interface StatusFacts {
  readonly code: string;
  readonly stage: TaskStage;
  readonly percentDone: number;
  readonly needsReason: boolean;
}

/** @returns null for an inactive one and one that does not exist */
export async function findActiveStatus(sql: Sql, code: string): Promise<StatusFacts | null> {
  const [row] = await sql<StatusFacts[]>`
    select code, stage, percent_done, needs_reason from task_statuses where code = ${code} and is_active`;
  return row ?? null;
}

/** The system status of a stage is its default (D-02). */
export async function defaultStatus(sql: Sql, stage: TaskStage): Promise<StatusFacts> {
  const [row] = await sql<StatusFacts[]>`
    select code, stage, percent_done, needs_reason from task_statuses where stage = ${stage} and is_system`;
  if (row === undefined) throw new Error(`stage ${stage} has no system status`);
  return row;
}

export interface PutStage {
  readonly status: StatusFacts;
  readonly reason: string;
  readonly holdUntil: string | null;
  readonly now: Date;
}

type Fields = Omit<TaskDraft, 'coPerformerIds' | 'observerIds'>;

const fieldsOf = (fields: TaskDraft): Fields => ({
  subject: fields.subject,
  description: fields.description,
  performerId: fields.performerId,
  controllerId: fields.controllerId,
  priority: fields.priority,
  plannedStartAt: fields.plannedStartAt,
  dueAt: fields.dueAt,
  percentDone: fields.percentDone,
  clientId: fields.clientId,
  contactId: fields.contactId,
  projectId: fields.projectId,
  sourceEventId: fields.sourceEventId,
  result: fields.result,
});

export async function insertTask(
  sql: Sql,
  draft: TaskDraft,
  given: { authorId: string; number: string | null; status: StatusFacts; now: Date },
): Promise<string> {
  const { authorId, number, status, now } = given;
  const startedAt = status.stage === 'in_progress' ? now : null;
  const row = { ...fieldsOf(draft), authorId, number, status: status.code, stage: status.stage, startedAt };
  const [made] = await sql<{ taskId: string }[]>`
    insert into tasks ${sql({ ...row, createdAt: now, updatedAt: now })} returning task_id`;
  if (made === undefined) throw new Error('an insert without a conflict clause gave no row');
  return made.taskId;
}

export async function updateTask(sql: Sql, taskId: string, draft: TaskDraft): Promise<void> {
  await sql`
    update tasks set ${sql({ ...fieldsOf(draft) })}, version = version + 1, updated_at = now() where task_id = ${taskId}`;
}

export async function updateStage(
  sql: Sql,
  taskId: string,
  { status, reason, holdUntil, now }: PutStage,
): Promise<void> {
  const isOver = ['done', 'closed', 'rejected', 'cancelled'].includes(status.stage);
  await sql`
    update tasks
    set status = ${status.code}, stage = ${status.stage}, reason = ${reason}, hold_until = ${holdUntil},
        percent_done = case when ${isOver && status.percentDone === 100} then 100 else percent_done end,
        started_at = case when ${status.stage === 'in_progress'} then coalesce(started_at, ${now}) else started_at end,
        finished_at = case when ${isOver} then coalesce(finished_at, ${now}) else null end,
        version = version + 1, updated_at = ${now}
    where task_id = ${taskId}`;
}

/** Those who stay keep what they have marked. */
export async function putPeople(
  sql: Sql,
  taskId: string,
  role: TaskPersonView['role'],
  personIds: readonly string[],
): Promise<void> {
  await sql`
    delete from task_people where task_id = ${taskId} and role = ${role} and person_id <> all (${[...personIds]}::uuid[])`;
  await sql`
    insert into task_people (task_id, role, person_id)
    select ${taskId}, ${role}, person_id from unnest(${[...personIds]}::uuid[]) as person_id
    on conflict do nothing`;
}

/** @returns false when the person is no co-performer of the task */
export async function markPart(sql: Sql, part: { taskId: string; personId: string; doneAt: Date | null }) {
  const { taskId, personId, doneAt } = part;
  const marked = await sql`
    update task_people set done_at = ${doneAt}
    where task_id = ${taskId} and person_id = ${personId} and role = 'co_performer' returning person_id`;
  return marked.length > 0;
}

export async function insertComment(sql: Sql, comment: { taskId: string; authorId: string; text: string }) {
  await sql`insert into task_comments ${sql(comment)}`;
}

export async function deleteTask(sql: Sql, taskId: string): Promise<void> {
  await sql`delete from tasks where task_id = ${taskId}`;
}

/** Whether all of these are active people. */
export async function areActivePeople(sql: Sql, personIds: readonly string[]): Promise<boolean> {
  const [row] = await sql<{ howMany: number }[]>`
    select count(*) as how_many from people where is_active and person_id = any (${[...personIds]}::uuid[])`;
  return row?.howMany === personIds.length;
}

export interface Links {
  readonly hasClient: boolean;
  readonly hasContact: boolean;
  readonly hasProject: boolean;
  readonly hasEvent: boolean;
}

/** Which of the named records are there; what is not named is. A contact belongs to the client. */
export async function checkLinks(
  sql: Sql,
  named: Pick<TaskDraft, 'clientId' | 'contactId' | 'projectId' | 'sourceEventId'>,
): Promise<Links> {
  const { clientId, contactId, projectId, sourceEventId } = named;
  const [row] = await sql<Links[]>`
    select ${clientId}::uuid is null or exists (select from clients where client_id = ${clientId}) as has_client,
           ${contactId}::uuid is null or exists (
             select from contact_persons where contact_id = ${contactId} and client_id = ${clientId}) as has_contact,
           ${projectId}::uuid is null or exists (select from projects where project_id = ${projectId}) as has_project,
           ${sourceEventId}::uuid is null or exists (select from events where event_id = ${sourceEventId}) as has_event`;
  if (row === undefined) throw new Error('a select without a table gave no row');
  return row;
}

/** In how many tasks the status stands: a status in use is not deleted. */
export async function countTaskStatusUses(sql: Sql, code: string): Promise<number> {
  const [row] = await sql<{ howMany: number }[]>`select count(*) as how_many from tasks where status = ${code}`;
  return row?.howMany ?? 0;
}

export interface DueTask {
  readonly taskId: string;
  readonly number: string | null;
  readonly subject: string;
  readonly dueAt: Date;
}

/** Alive tasks due before the moment, the soonest first: what «Наближення терміну» and «Прострочення» are about. */
export function listDueTasks(sql: Sql, { until, limit }: { until: Date; limit: number }) {
  return sql<DueTask[]>`
    select task_id, number, subject, due_at from tasks
    where due_at < ${until} and ${isAlive(sql)} order by due_at, task_id limit ${limit}`;
}

/** Active people by name in Ukrainian order: who may be named in a task or an event. */
export function selectPeopleChoices(sql: Sql) {
  return sql<PersonChoice[]>`select person_id, full_name as person_name from people where is_active order by full_name`;
}

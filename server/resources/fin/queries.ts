/** The SQL of sessions and their messages. */
import type { Db } from '../../db/pool.ts'
import type { FinSessionsRow } from '../../db/types/fin_sessions.ts'
import type { FinTurnsRow } from '../../db/types/fin_turns.ts'

export type Session = FinSessionsRow

export async function findSession(db: Db, workspaceId: number, externalId: string): Promise<Session | undefined> {
  const [row] = await db<Session[]>`
    select * from fin_sessions where workspace_id = ${workspaceId} and external_id = ${externalId}`
  return row
}

/**
 * Requests that may begin a session of one id take turns until their transactions end, so that each sees the one that
 * was begun before. Called before anything is looked up or written.
 */
export const lockExternalId = async (db: Db, workspaceId: number, externalId: string): Promise<void> =>
  void (await db`
    select pg_advisory_xact_lock(hashtextextended('fin session ' || ${externalId}::text, ${workspaceId}::bigint))`)

export async function findSessionById(db: Db, workspaceId: number, id: number): Promise<Session | undefined> {
  const [row] = await db<Session[]>`select * from fin_sessions where workspace_id = ${workspaceId} and id = ${id}`
  return row
}

/** The session of a conversation. */
export async function findSessionOf(db: Db, workspaceId: number, threadId: number): Promise<Session | undefined> {
  const [row] = await db<Session[]>`
    select * from fin_sessions where workspace_id = ${workspaceId} and thread_id = ${threadId} order by id desc limit 1`
  return row
}

export async function lockSessionRow(db: Db, workspaceId: number, id: number): Promise<Session | undefined> {
  const [row] = await db<Session[]>`
    select * from fin_sessions where workspace_id = ${workspaceId} and id = ${id} for update`
  return row
}

/** Holds sessions that are not over. Their conversations are held before. */
export const lockOpenSessions = (db: Db, workspaceId: number, ids: number[]): Promise<Session[]> => db<Session[]>`
  select * from fin_sessions
  where workspace_id = ${workspaceId} and id = any(${ids}::bigint[]) and status not in ('escalated', 'complete')
  order by id for update`

type NewSession = Pick<
  Session,
  'external_id' | 'thread_id' | 'user_id' | 'origin' | 'asks_back' | 'as_email' | 'history' | 'created_at'
>

/** Undefined where the id is taken. */
export async function insertSession(db: Db, workspaceId: number, session: NewSession): Promise<Session | undefined> {
  const row = { workspace_id: workspaceId, status: 'thinking', updated_at: session.created_at, ...session }
  const [made] = await db<Session[]>`
    insert into fin_sessions ${db(
      row,
      'workspace_id',
      'external_id',
      'thread_id',
      'user_id',
      'origin',
      'status',
      'asks_back',
      'as_email',
      'history',
      'created_at',
      'updated_at',
    )}
    on conflict (workspace_id, external_id) do nothing returning *`
  return made
}

const CHANGEABLE = [
  'status',
  'asks_back',
  'as_email',
  'turn',
  'said_by_others',
  'quiet_at',
  'rating_asked_at',
  'rating_closes_at',
  'rating',
  'rating_remark',
  'escalated_thread_id',
  'updated_at',
] as const
export type SessionChanges = Partial<Pick<Session, (typeof CHANGEABLE)[number]>>

export async function updateSession(db: Db, workspaceId: number, id: number, changes: SessionChanges): Promise<void> {
  await db`update fin_sessions set ${db(changes, ...CHANGEABLE)} where workspace_id = ${workspaceId} and id = ${id}`
}

export async function insertTurn(
  db: Db,
  workspaceId: number,
  turn: Pick<FinTurnsRow, 'session_id' | 'number' | 'contact_id' | 'body' | 'said_at' | 'created_at'>,
): Promise<void> {
  await db`
    insert into fin_turns ${db(
      { workspace_id: workspaceId, ...turn },
      'workspace_id',
      'session_id',
      'number',
      'contact_id',
      'body',
      'said_at',
      'created_at',
    )}`
}

export async function findTurn(
  db: Db,
  workspaceId: number,
  sessionId: number,
  number: number,
): Promise<FinTurnsRow | undefined> {
  const [row] = await db<FinTurnsRow[]>`
    select * from fin_turns
    where workspace_id = ${workspaceId} and session_id = ${sessionId} and number = ${number}`
  return row
}

/** @returns the number of the first message that came after a moment with the same words and the same time */
export async function findSaid(
  db: Db,
  workspaceId: number,
  sessionId: number,
  { body, said_at, since }: { body: string; said_at: string; since: Date },
): Promise<number | undefined> {
  const [row] = await db<{ number: number }[]>`
    select number from fin_turns
    where workspace_id = ${workspaceId} and session_id = ${sessionId} and said_at = ${said_at} and body = ${body}
      and created_at > ${since} order by number limit 1`
  return row?.number
}

/** Counts an attempt at the answer of the last message. @returns their number; undefined if it needs none */
export async function countAttempt(
  db: Db,
  workspaceId: number,
  sessionId: number,
  number: number,
): Promise<number | undefined> {
  const [row] = await db<{ attempts: number }[]>`
    update fin_turns t set attempts = t.attempts + 1 from fin_sessions s
    where t.workspace_id = ${workspaceId} and t.session_id = ${sessionId} and t.number = ${number}
      and t.answered_at is null
      and s.workspace_id = t.workspace_id and s.id = t.session_id and s.turn = t.number and s.status <> 'escalated'
    returning t.attempts`
  return row?.attempts
}

/** All messages up to one need no answer any more. */
export async function markAnswered(
  db: Db,
  workspaceId: number,
  sessionId: number,
  number: number,
  now: Date,
): Promise<void> {
  await db`
    update fin_turns set answered_at = ${now}
    where workspace_id = ${workspaceId} and session_id = ${sessionId} and number <= ${number} and answered_at is null`
}

export interface SaidRow {
  author_type: string
  from_ai_agent: boolean
  body: string
}

/** Words of a conversation that its contacts can read, oldest first; the first message too. */
export async function listSaid(db: Db, workspaceId: number, threadId: number, limit: number): Promise<SaidRow[]> {
  const rows = await db<SaidRow[]>`
    select author_type, from_ai_agent, body from (
      select source_author_type as author_type, false as from_ai_agent, source_body as body, created_at, 0::bigint as id
      from threads where workspace_id = ${workspaceId} and id = ${threadId} and source_body is not null
      union all
      select author_type, from_ai_agent, body, created_at, id from thread_parts
      where workspace_id = ${workspaceId} and thread_id = ${threadId} and body is not null and part_type <> 'note') said
    order by created_at desc, id desc limit ${limit}`
  return rows.reverse()
}

/** The contact who asked. `locale` is the chosen language, else that of the browser or of the help center. */
export interface Asker {
  id: string
  name: string | null
  locale: string | null
}

/** The contact of a message, else the first one of its conversation. */
export async function findAsker(
  db: Db,
  workspaceId: number,
  sessionId: number,
  number: number,
): Promise<Asker | undefined> {
  const [row] = await db<Asker[]>`
    select c.id, c.name, coalesce(c.language_override, c.browser_language, (
      select h.locales[1] from help_centers h where h.workspace_id = t.workspace_id and h.is_default)) as locale
    from fin_turns t
    join fin_sessions s on s.workspace_id = t.workspace_id and s.id = t.session_id
    join threads on threads.workspace_id = t.workspace_id and threads.id = s.thread_id
    join contacts c on c.workspace_id = t.workspace_id and c.id = coalesce(t.contact_id, threads.contact_ids[1])
    where t.workspace_id = ${workspaceId} and t.session_id = ${sessionId} and t.number = ${number}`
  return row
}

/** Messages of a contact become those of the one that it is merged into. */
export const moveTurns = async (db: Db, workspaceId: number, from: string, into: string): Promise<void> =>
  void (await db`
    update fin_turns set contact_id = ${into} where workspace_id = ${workspaceId} and contact_id = ${from}`)

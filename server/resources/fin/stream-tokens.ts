/** Access to the events of a session: a token in the address of its stream. */
import { randomBytes } from 'node:crypto'
import type { Ctx } from '../../context.ts'
import { fragment, type Db } from '../../db/pool.ts'
import type { StreamedEvent } from '../../events/follow.ts'
import { hashToken } from '../tokens/access-tokens.ts'
import { readLastEvent } from '../workflows/queries.ts'
import { finTopics } from './events.ts'
import type { Session } from './queries.ts'

const LIFETIME_MS = 180_000

/** Events from this request on are told, for as long as the address says they may be late. */
export async function streamAddress(ctx: Ctx, session: Session): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await insertToken(ctx.db, ctx.workspaceId, {
    session_id: session.id,
    token,
    after_event_id: await readLastEvent(ctx.db),
    version: ctx.version,
    now: ctx.now,
  })
  const channel = encodeURIComponent(session.external_id)
  const query = `channels=fin_agent_api:${ctx.workspace.app_id}:${channel}&accessToken=${token}&rewind=2m`
  return ctx.addressOf(`/event-stream?${query}`)
}

interface NewToken {
  session_id: number
  token: string
  after_event_id: number
  version: string
  now: Date
}

async function insertToken(db: Db, workspaceId: number, { token, now, ...columns }: NewToken): Promise<void> {
  const row = {
    workspace_id: workspaceId,
    digest: hashToken(token),
    ...columns,
    expires_at: new Date(now.getTime() + LIFETIME_MS),
  }
  await db`
    insert into fin_stream_tokens ${db(row, 'workspace_id', 'digest', 'session_id', 'after_event_id', 'version', 'expires_at')}`
}

/** Deletes them in every workspace. */
export const deleteExpiredTokens = async (db: Db, now: Date): Promise<void> =>
  void (await db`delete from fin_stream_tokens where expires_at <= ${now}`)

export interface FinAccess {
  workspace_id: number
  after_event_id: number
  version: string
  /** The last event of a session that is over; null for another. */
  ends_after: number | null
}

/** Undefined for a token that has expired, or is another session's. */
export async function findFinAccess(
  db: Db,
  { appId, externalId, token, now }: { appId: string; externalId: string; token: string; now: Date },
): Promise<FinAccess | undefined> {
  const [row] = await db<FinAccess[]>`
    select t.workspace_id, t.after_event_id, t.version,
      case when s.status in ('escalated', 'complete') then coalesce((
        select max(e.id) from events e
        where e.workspace_id = t.workspace_id and e.id > t.after_event_id
          and e.topic = any(${Object.keys(finTopics)}::text[]) and e.item ->> 'conversation_id' = s.external_id), 0)
      end as ends_after
    from workspaces w
    join fin_stream_tokens t on t.workspace_id = w.id and t.digest = ${hashToken(token)}
    join fin_sessions s on s.workspace_id = t.workspace_id and s.id = t.session_id
    where w.app_id = ${appId} and s.external_id = ${externalId} and t.expires_at > ${now}`
  return row
}

interface Range {
  after: number
  upTo: number
  limit: number
  /** Older ones are not told. */
  since: Date | undefined
}

/** Events of a session between two ids, oldest first. */
export const listFinEvents = (
  db: Db,
  workspaceId: number,
  externalId: string,
  { after, upTo, limit, since }: Range,
): Promise<StreamedEvent[]> => db<StreamedEvent[]>`
  select id, topic, item from events
  where workspace_id = ${workspaceId} and id > ${after} and id <= ${upTo}
    and topic = any(${Object.keys(finTopics)}::text[]) and item ->> 'conversation_id' = ${externalId}
    ${since ? fragment`and created_at >= ${since}` : fragment``}
  order by id limit ${limit}`

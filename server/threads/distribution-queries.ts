/** The SQL of teams that share out their conversations among their members. */
import { fragment, type Db } from '../db/pool.ts'

const LOCK = 1_947_301

/**
 * Transactions of a workspace that count open conversations before they assign one take turns, so that limits hold.
 * A transaction that locks threads or contacts locks them before.
 */
export async function lockDistribution(db: Db, workspaceId: number): Promise<void> {
  await db`select pg_advisory_xact_lock(${LOCK}::int, ${workspaceId}::int)`
}

const isShared = fragment`t.deleted_at is null and t.distribution_method in ('round_robin', 'load_balanced')`

export async function sharesOut(db: Db, workspaceId: number, teamId: number): Promise<boolean> {
  const rows = await db`
    select from teams t where t.workspace_id = ${workspaceId} and t.id = ${teamId} and ${isShared}`
  return rows.length > 0
}

/** True if the admin may get conversations of such a team. */
export async function isInSharedTeam(db: Db, workspaceId: number, adminId: number): Promise<boolean> {
  const rows = await db`
    select from team_members m join teams t on t.workspace_id = m.workspace_id and t.id = m.team_id
    where m.workspace_id = ${workspaceId} and m.admin_id = ${adminId} and ${isShared} limit 1`
  return rows.length > 0
}

export type Level = 'primary' | 'any'

/**
 * The next member for a conversation, whose turn it was then. Members who are away or without a seat have no turn. A
 * balanced team chooses among members below both limits: primary before secondary ones, the fewest open conversations,
 * then the longest time without one; round robin goes by that time alone. The distribution must be locked.
 * @param threadId the conversation, which does not count
 * @param level `primary` for primary members only
 */
export async function takeTurn(
  db: Db,
  workspaceId: number,
  teamId: number,
  threadId: number,
  level: Level,
): Promise<number | undefined> {
  const [row] = await db<{ admin_id: number }[]>`
    with chosen as (
      select m.admin_id
      from teams t
      join team_members m on m.workspace_id = t.workspace_id and m.team_id = t.id
      join admins a on a.workspace_id = m.workspace_id and a.id = m.admin_id
      cross join lateral (
        select count(*) as open, count(*) filter (where team_assignee_id = t.id) as of_team
        from threads
        where workspace_id = ${workspaceId} and admin_assignee_id = m.admin_id and listed and state = 'open'
          and ticket_type_id is null and id <> ${threadId}) load
      where t.workspace_id = ${workspaceId} and t.id = ${teamId} and ${isShared}
        and a.kind = 'admin' and a.removed_at is null and a.has_inbox_seat and not a.away_mode_enabled
        and (${level === 'any'}::boolean or m.priority is distinct from 'secondary')
        and (t.distribution_method = 'round_robin' or (
          load.open < coalesce(a.conversation_assignment_limit, load.open + 1)
          and load.of_team < coalesce(t.assignment_limit, load.of_team + 1)))
      order by
        case when t.distribution_method = 'load_balanced' then (m.priority is not distinct from 'secondary')::int end,
        case when t.distribution_method = 'load_balanced' then load.open end,
        m.last_turn nulls first, m.admin_id
      limit 1)
    update team_members m set last_turn = nextval('assignment_turns') from chosen
    where m.workspace_id = ${workspaceId} and m.team_id = ${teamId} and m.admin_id = chosen.admin_id
    returning m.admin_id`
  return row?.admin_id
}

const isWaiting = fragment`
  threads.listed and threads.state = 'open' and threads.ticket_type_id is null and threads.admin_assignee_id is null
  and threads.team_assignee_id is not null`

/** True if another conversation waits in the inbox of the team. */
export async function hasWaiting(db: Db, workspaceId: number, teamId: number, threadId: number): Promise<boolean> {
  const rows = await db`
    select from threads
    where threads.workspace_id = ${workspaceId} and ${isWaiting} and threads.team_assignee_id = ${teamId}
      and threads.id <> ${threadId} limit 1`
  return rows.length > 0
}

export interface Waiting {
  id: number
  team_id: number
}

/** The most urgent first, then who has waited longest. @param except teams without a free member */
export const listWaiting = (db: Db, workspaceId: number, except: number[], limit: number): Promise<Waiting[]> =>
  db<Waiting[]>`
    select threads.id, t.id as team_id
    from threads join teams t on t.workspace_id = threads.workspace_id and t.id = threads.team_assignee_id
    where threads.workspace_id = ${workspaceId} and ${isWaiting} and ${isShared} and t.id <> all(${except}::bigint[])
    order by array_position(array['urgent', 'high', 'medium', 'low', 'none'], threads.priority),
      coalesce(threads.waiting_since, threads.created_at), threads.id
    limit ${limit}`

/** True if the admin is away and has replies assigned anew. */
export async function isGivingBack(db: Db, workspaceId: number, adminId: number): Promise<boolean> {
  const rows = await db`
    select from admins
    where workspace_id = ${workspaceId} and id = ${adminId} and away_mode_enabled and away_mode_reassign`
  return rows.length > 0
}

/** The workspaces, and what they have few of: admins, teams, tags, plans, attributes, segments. */
import type { Pool } from '../../../server/db/pool.ts'
import { hexId } from '../../../server/ids.ts'
import { createToken } from '../../../server/resources/tokens/access-tokens.ts'
import { createWorkspace } from '../../../server/provision/workspace.ts'
import { ATTRIBUTES, COMMON_TAGS, PLANS, RARE_TAGS, SEGMENTS } from './vocabulary.ts'

export interface BigWorkspace {
  workspaceId: number
  token: string
  /** The owner first; the last one left when the oldest conversations were over. */
  adminIds: number[]
  teamIds: number[]
  /** On a tenth of all contacts, and of all conversations; and on a thousandth. */
  commonTagIds: number[]
  rareTagIds: number[]
  /** By name. */
  segmentIds: Record<string, string>
}

const ADMINS = ['Bea Bench', 'Omar', 'Yuki', 'Lena', 'Tariq', 'Sofia', 'Marek', 'Aisha', 'Diego', 'Freya', 'Gone Long']
const TEAMS = ['Support', 'Sales', 'Billing', 'Onboarding']
const TOKEN = 'bench-size'

/** Fills bench.workspaces, which every later insert joins. */
export async function insertWorkspaces(db: Pool, neighbours: number, now: Date): Promise<BigWorkspace> {
  await db`
    create table bench.workspaces (w int primary key, workspace_id int, admin_ids bigint[], team_ids bigint[],
      common_tag_ids bigint[], rare_tag_ids bigint[], plan_ids bigint[])`
  for (let w = 1; w <= neighbours + 1; w++) await insertWorkspace(db, w, now)
  const [big] = await db<{ workspace_id: number; admin_ids: number[]; team_ids: number[]; tag_ids: number[] }[]>`
    select workspace_id, admin_ids::float8[], team_ids::float8[], (common_tag_ids || rare_tag_ids)::float8[] as tag_ids
    from bench.workspaces where w = 1`
  const { workspace_id: workspaceId, admin_ids: adminIds, team_ids: teamIds, tag_ids } = big!
  await createToken(db, workspaceId, { name: 'bench', token: TOKEN, adminId: adminIds[0]!, now })
  return {
    workspaceId,
    token: TOKEN,
    adminIds,
    teamIds,
    commonTagIds: tag_ids.slice(0, COMMON_TAGS.length),
    rareTagIds: tag_ids.slice(COMMON_TAGS.length),
    segmentIds: await insertSegments(db, workspaceId, now),
  }
}

async function insertWorkspace(db: Pool, w: number, now: Date): Promise<void> {
  const clock = { now: () => new Date(now.getTime() - 3 * 365 * 86_400_000) }
  const owner = { ownerName: ADMINS[0]!, ownerEmail: 'bea@example.com', clock }
  const { id: workspace_id, ownerId } = await createWorkspace(db, { name: `Bench ${w}`, ...owner })
  const born = { workspace_id, created_at: clock.now() }
  const others = ADMINS.slice(1).map((name, at) => ({ ...born, name, email: `admin${at + 2}@example.com` }))
  const tags = [...COMMON_TAGS, ...RARE_TAGS].map((name) => ({ ...born, name }))
  const attributes = ATTRIBUTES.map((attribute) => ({ ...born, ...attribute, updated_at: clock.now() }))
  await db`insert into data_attributes ${db(attributes, 'workspace_id', 'model', 'name', 'label', 'data_type', 'created_at', 'updated_at')}`
  await db`
    with admin as (insert into admins ${db(others, 'workspace_id', 'name', 'email', 'created_at')} returning id),
    team as (insert into teams ${db(
      TEAMS.map((name) => ({ ...born, name })),
      'workspace_id',
      'name',
      'created_at',
    )} returning id),
    tag as (insert into tags ${db(tags, 'workspace_id', 'name', 'created_at')} returning id),
    plan as (insert into plans ${db(
      PLANS.map((name) => ({ workspace_id, name })),
      'workspace_id',
      'name',
    )} returning id)
    insert into bench.workspaces
    select ${w}, ${workspace_id}, ${ownerId}::bigint || array(select id from admin order by id),
      array(select id from team order by id),
      (array(select id from tag order by id))[1:${COMMON_TAGS.length}],
      (array(select id from tag order by id))[${COMMON_TAGS.length + 1}:],
      array(select id from plan order by id)`
}

async function insertSegments(db: Pool, workspace_id: number, now: Date): Promise<Record<string, string>> {
  for (const { name, filter } of SEGMENTS) {
    const times = { created_at: now, updated_at: now }
    const segment = { workspace_id, id: hexId(now), name, person_type: 'user', filter: db.json(filter), ...times }
    await db`insert into segments ${db(segment, 'workspace_id', 'id', 'name', 'person_type', 'filter', 'created_at', 'updated_at')}`
  }
  const rows = await db<
    { name: string; id: string }[]
  >`select name, id from segments where workspace_id = ${workspace_id}`
  return Object.fromEntries(rows.map(({ name, id }) => [name, id]))
}

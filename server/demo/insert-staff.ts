/** The workspace's own side: admins, teams, attributes, tags, segments, subscription types. */
import type { Db } from '../db/pool.ts'
import { hexId } from '../ids.ts'
import { getOwnerId } from '../provision/tokens.ts'
import { withLabels } from '../resources/data-attributes/options.ts'
import { ADMINS, DATA_ATTRIBUTES, SEGMENTS, SUBSCRIPTION_TYPE, TAGS, TEAMS, WORKSPACE_NAME } from './company.ts'
import type { AdminKey, TeamKey } from './company.ts'

export interface Staff {
  admins: Record<AdminKey, number>
  teams: Record<TeamKey, number>
  /** Tag ids by name. */
  tags: Map<string, number>
  subscriptionTypeId: number
}

export async function insertStaff(db: Db, workspace_id: number, now: Date): Promise<Staff> {
  const admins = await insertAdmins(db, workspace_id, now)
  await db`insert into data_attributes ${db(
    DATA_ATTRIBUTES.map(({ options, ...attribute }) => ({
      workspace_id,
      ...attribute,
      options: options && db.json(withLabels([], options) as never),
      admin_id: admins.maya,
      created_at: now,
      updated_at: now,
    })),
  )}`
  const tags = await db<{ id: number; name: string }[]>`
    insert into tags ${db(TAGS.map((name) => ({ workspace_id, name, created_at: now })))}
    on conflict (workspace_id, lower(name)) do update set name = excluded.name
    returning id, name`
  await db`insert into segments ${db(
    SEGMENTS.map((segment) => ({
      workspace_id,
      id: hexId(now),
      ...segment,
      filter: db.json(segment.filter),
      created_at: now,
      updated_at: now,
    })),
  )}`
  const [type] = await db<{ id: number }[]>`
    insert into subscription_types ${db({ workspace_id, ...SUBSCRIPTION_TYPE, created_at: now })} returning id`
  return {
    admins,
    teams: await insertTeams(db, workspace_id, admins, now),
    tags: new Map(tags.map(({ id, name }) => [name, id])),
    subscriptionTypeId: type!.id,
  }
}

/** The owner takes the first one's name, where they and the workspace still have those of a new one. */
async function insertAdmins(db: Db, workspace_id: number, now: Date): Promise<Record<AdminKey, number>> {
  const { maya, ...others } = ADMINS
  const ownerId = await getOwnerId(db, workspace_id)
  await db`update workspaces set name = ${WORKSPACE_NAME} where id = ${workspace_id} and name = 'My workspace'`
  await db`update admins set ${db(maya)} where workspace_id = ${workspace_id} and id = ${ownerId} and email = 'owner@example.com'`
  const ids = { maya: ownerId } as Record<AdminKey, number>
  for (const key of Object.keys(others) as (keyof typeof others)[]) {
    const [row] = await db<{ id: number }[]>`
      insert into admins ${db({ workspace_id, ...others[key], has_inbox_seat: true, created_at: now })} returning id`
    ids[key] = row!.id
  }
  return ids
}

async function insertTeams(
  db: Db,
  workspace_id: number,
  admins: Record<AdminKey, number>,
  now: Date,
): Promise<Record<TeamKey, number>> {
  const ids = {} as Record<TeamKey, number>
  for (const key of Object.keys(TEAMS) as TeamKey[]) {
    const { members, ...team } = TEAMS[key]
    const [row] = await db<{ id: number }[]>`
      insert into teams ${db({ workspace_id, ...team, created_at: now })} returning id`
    const team_id = row!.id
    await db`insert into team_members ${db(
      members.map((member) => ({ workspace_id, team_id, admin_id: admins[member], priority: 'primary' })),
    )}`
    ids[key] = team_id
  }
  return ids
}

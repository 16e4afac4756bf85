/** The workspace's own side: admins, teams, attributes, tags, segments, subscription types. */
import type { Db } from '../db/pool.ts'
import { actWithin } from '../queue/act.ts'
import { getOwnerId } from '../resources/tokens/access-tokens.ts'
import { getAdmin } from '../resources/admins/queries.ts'
import { columnsOf } from '../resources/admins/settings/details.ts'
import { makeAdmin } from '../resources/admins/settings/new-admin.ts'
import { updateAdmin } from '../resources/admins/settings/queries.ts'
import { makeSegment } from '../resources/segments/settings/new-segment.ts'
import { makeSubscriptionType } from '../resources/subscriptions/settings/details.ts'
import { makeTeam } from '../resources/teams/settings/new-team.ts'
import { getWorkspace, updateWorkspace } from '../resources/workspace/settings/queries.ts'
import { ADMINS, DATA_ATTRIBUTES, SEGMENTS, SUBSCRIPTION_TYPE, TAGS, TEAMS, WORKSPACE_NAME } from './company.ts'
import type { AdminKey, TeamKey } from './company.ts'
import { optionId, segmentId } from './ids.ts'

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
    DATA_ATTRIBUTES.map(({ options, ...attribute }, at) => ({
      workspace_id,
      ...attribute,
      options:
        options &&
        db.json(options.map((label, place) => ({ id: optionId(at, place), label, archived: false })) as never),
      admin_id: admins.maya,
      created_at: now,
      updated_at: now,
    })),
    'workspace_id',
    'model',
    'name',
    'label',
    'data_type',
    'options',
    'admin_id',
    'created_at',
    'updated_at',
  )}`
  const tags = await db<{ id: number; name: string }[]>`
    insert into tags ${db(
      TAGS.map((name) => ({ workspace_id, name, created_at: now })),
      'workspace_id',
      'name',
      'created_at',
    )}
    on conflict (workspace_id, lower(name)) do update set name = excluded.name
    returning id, name`
  await actWithin(db, workspace_id, now, async (ctx) => {
    for (const [at, segment] of SEGMENTS.entries()) await makeSegment(ctx, segment, segmentId(at))
  })
  return {
    admins,
    teams: await insertTeams(db, workspace_id, admins, now),
    tags: new Map(tags.map(({ id, name }) => [name, id])),
    subscriptionTypeId: await makeSubscriptionType(db, workspace_id, SUBSCRIPTION_TYPE, now),
  }
}

/** The owner takes the first one's name, where they and the workspace still have those of a new one. */
async function insertAdmins(db: Db, workspace_id: number, now: Date): Promise<Record<AdminKey, number>> {
  const { maya, ...others } = ADMINS
  const workspace = await getWorkspace(db, workspace_id)
  if (workspace.name === 'My workspace') await updateWorkspace(db, workspace_id, { name: WORKSPACE_NAME })
  const owner = await getAdmin(db, workspace_id, await getOwnerId(db, workspace_id))
  if (owner.email === 'owner@example.com')
    await updateAdmin(db, workspace_id, owner.id, await columnsOf(db, workspace_id, owner.id, maya))
  const ids = { maya: owner.id } as Record<AdminKey, number>
  for (const key of Object.keys(others) as (keyof typeof others)[])
    ids[key] = await makeAdmin(db, workspace_id, { ...others[key], has_inbox_seat: true }, now)
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
    const admin_ids = members.map((member) => admins[member])
    ids[key] = await makeTeam(db, workspace_id, { ...team, admin_ids }, now)
  }
  return ids
}

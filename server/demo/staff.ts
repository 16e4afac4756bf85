/** The workspace's admins, teams, attributes, tags, segments, subscription types. */
import { withIds } from '../ids.ts'
import { createAdmin } from '../resources/admins/settings/create.ts'
import { getAdmin } from '../resources/admins/settings/get.ts'
import { updateAdmin } from '../resources/admins/settings/update.ts'
import { createConversationAttribute } from '../resources/conversation-attributes/create.ts'
import { createDataAttribute } from '../resources/data-attributes/create.ts'
import { createSegment } from '../resources/segments/settings/create.ts'
import { createSubscriptionType } from '../resources/subscriptions/settings/create.ts'
import { createTag } from '../resources/tags/create.ts'
import { createTeam } from '../resources/teams/settings/create.ts'
import { getWorkspaceSettings } from '../resources/workspace/settings/get.ts'
import { updateWorkspaceSettings } from '../resources/workspace/settings/update.ts'
import type { Act } from './act.ts'
import {
  ADMINS,
  CONVERSATION_ATTRIBUTES,
  DATA_ATTRIBUTES,
  SEGMENTS,
  SUBSCRIPTION_TYPE,
  TAGS,
  TEAMS,
  WORKSPACE_NAME,
} from './company.ts'
import type { AdminKey, TeamKey } from './company.ts'
import { optionIds, segmentId } from './ids.ts'

export interface Staff {
  admins: Record<AdminKey, number>
  teams: Record<TeamKey, number>
  /** Tag ids by name. */
  tags: Map<string, string>
  subscriptionTypeId: string
}

export async function makeStaff(act: Act, ownerId: number, now: Date): Promise<Staff> {
  const admins = await makeAdmins(act, ownerId, now)
  for (const body of DATA_ATTRIBUTES)
    await withIds(optionIds(body), () => act(createDataAttribute, now, { body }, ownerId))
  for (const body of CONVERSATION_ATTRIBUTES)
    await withIds(optionIds(body), () => act(createConversationAttribute, now, { body }, ownerId))
  const tags = new Map<string, string>()
  for (const name of TAGS) tags.set(name, (await act(createTag, now, { body: { name } })).id)
  for (const [place, body] of SEGMENTS.entries())
    await withIds([segmentId(place)], () => act(createSegment, now, { body }))
  const teams = {} as Staff['teams']
  for (const [key, { members, ...team }] of Object.entries(TEAMS)) {
    const body = { ...team, admin_ids: members.map((member) => admins[member]) }
    teams[key as TeamKey] = Number((await act(createTeam, now, { body }, ownerId)).id)
  }
  const { id: subscriptionTypeId } = await act(createSubscriptionType, now, { body: SUBSCRIPTION_TYPE })
  return { admins, teams, tags, subscriptionTypeId }
}

/** The owner takes the first one's name, where they and the workspace still have those of a new one. */
async function makeAdmins(act: Act, ownerId: number, now: Date): Promise<Staff['admins']> {
  const { maya, ...others } = ADMINS
  const workspace = await act(getWorkspaceSettings, now, {})
  if (workspace.name === 'My workspace')
    await act(updateWorkspaceSettings, now, { body: { name: WORKSPACE_NAME } }, ownerId)
  const owner = { admin_id: String(ownerId) }
  const { email } = await act(getAdmin, now, { params: owner })
  if (email === 'owner@example.com') await act(updateAdmin, now, { params: owner, body: maya }, ownerId)
  const ids = { maya: ownerId } as Staff['admins']
  for (const [key, admin] of Object.entries(others)) {
    const { id } = await act(createAdmin, now, { body: { ...admin, has_inbox_seat: true } }, ownerId)
    ids[key as AdminKey] = Number(id)
  }
  return ids
}

/** Calls once more, as reports on teams and on teammates ask for them. */
import { fragment } from '../../../db/pool.ts'
import { callContact, callConversation, callFacts } from './call.ts'
import { attributesOf, inOrder, type Dataset } from './dataset.ts'
import { CALL_OF_TEAM, CALL_OF_TEAMMATE } from './known-attributes.ts'

const CALLS = fragment`from calls k left join contacts u on u.workspace_id = k.workspace_id and u.id = k.contact_id`

const shared = {
  time: 'call_initiated_at',
  workspace: fragment`k.workspace_id`,
  at: fragment`k.initiated_at`,
  order: fragment`k.id`,
  custom: [],
}

export const callsOfTeams: Dataset = {
  ...shared,
  id: 'call_team_stats',
  name: 'Calls of teams',
  description: 'Phone calls of conversations that are assigned to a team.',
  from: fragment`
    ${CALLS}
    join threads t on t.workspace_id = k.workspace_id and t.id = k.conversation_id
    join teams e on e.workspace_id = t.workspace_id and e.id = t.team_assignee_id`,
  where: fragment`true`,
  attributes: inOrder(CALL_OF_TEAM, [
    ...callFacts,
    ...attributesOf('team', [
      ['call_team_id', 'Team', fragment`e.name`],
      ['call_team_raw_id', 'Team (ID)', fragment`e.id::text`],
    ]),
    ...callConversation,
    ...callContact,
  ]),
}

export const callsOfTeammates: Dataset = {
  ...shared,
  id: 'call_teammate_stats',
  name: 'Calls of teammates',
  description: 'Phone calls that a teammate took or made.',
  from: CALLS,
  where: fragment`k.admin_id is not null`,
  attributes: inOrder(CALL_OF_TEAMMATE, [...callFacts, ...callConversation, ...callContact]),
}

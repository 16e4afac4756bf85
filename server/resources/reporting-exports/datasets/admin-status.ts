import { fragment } from '../../../db/pool.ts'
import { STATUS } from './known-attributes.ts'
import { attributesOf, inOrder, type Dataset } from './dataset.ts'

/** An admin is active from the beginning; each change of away mode in the activity log begins a period. */
const PERIODS = fragment`
  select c.*, lead(c.started_at) over (partition by c.workspace_id, c.admin_id order by c.id > 0, c.started_at, c.id) as ended_at
  from (
    select workspace_id, id as admin_id, created_at as started_at, 0::bigint as id, null::json as change
    from admins where kind = 'admin'
    union all
    select workspace_id, admin_id, created_at, id, metadata
    from activity_logs where activity_type = 'admin_away_mode_change') c`

export const adminStatus: Dataset = {
  id: 'admin_status_change',
  name: 'Statuses of teammates',
  description: 'Periods in which teammates were active or away.',
  time: 'teammate_status_period_started_at',
  from: fragment`
    from (${PERIODS}) s join admins a on a.workspace_id = s.workspace_id and a.id = s.admin_id`,
  workspace: fragment`s.workspace_id`,
  at: fragment`s.started_at`,
  order: fragment`s.started_at, s.admin_id, s.id`,
  where: fragment`true`,
  attributes: inOrder(STATUS, [
    ...attributesOf('timestamp', [
      ['teammate_status_period_started_at', 'Status began at', fragment`s.started_at`],
      ['teammate_status_period_ended_at', 'Status ended at', fragment`coalesce(s.ended_at, a.removed_at)`],
    ]),
    ...attributesOf('standard', [
      ['teammate_away_reason', 'Reason to be away', fragment`s.change ->> 'away_status_reason'`],
      [
        'teammate_status',
        'Status',
        fragment`case when (s.change ->> 'away_mode')::boolean is not true then 'Active'
          when (s.change ->> 'reassign_conversations')::boolean then 'Away and reassigning' else 'Away' end`,
      ],
    ]),
    ...attributesOf('teammate', [
      ['teammate_status_id', 'Teammate', fragment`a.name`],
      ['teammate_status_raw_id', 'Teammate (ID)', fragment`a.id::text`],
    ]),
  ]),
  custom: [],
}

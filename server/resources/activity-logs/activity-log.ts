/** The activity log on the wire: a change that an admin made. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { ActivityLogsRow } from '../../db/types/activity_logs.ts'
import { NumberedPages } from '../../http/pages.ts'
import { CreatedAt, described, IdOf, model } from '../../schema/types.ts'

/** A change, with the email of the admin who made it. */
export type ActivityLogRow = ActivityLogsRow & { email: string }

const properties = {
  id: IdOf('activity'),
  performed_by: described(
    Type.Object({
      type: Type.Literal('admin'),
      id: IdOf('admin'),
      email: described(Type.String(), 'The email address of the admin.'),
      ip: described(
        Type.String(),
        'The address that the request came from; empty where a job or the command line made the change.',
      ),
    }),
    'The admin who made the change, or whose away mode changed.',
  ),
  metadata: described(Type.Record(Type.String(), Type.Unknown()), 'Details of the change, by its type.'),
  created_at: CreatedAt('activity'),
  activity_type: described(
    Type.String(),
    'The type of the change: one of those that `GET /admins/activity_log_event_types` lists.',
  ),
  activity_description: described(Type.String(), 'A sentence on the change.'),
}

export const ActivityLog = model('activity_log', properties)

export const ActivityLogList = Type.Object({
  type: Type.Literal('activity_log.list'),
  pages: described(NumberedPages, 'Where this page stands, and how to get the next.'),
  activity_logs: described(Type.Array(ActivityLog), 'The changes of this page, the newest first.'),
})

/** The change as webhooks tell it. Source: a captured delivery. */
export const DeliveredActivityLog = model('delivered_activity_log', {
  type: Type.Literal('admin_activity_log_event'),
  ...properties,
})

export const presentActivityLog = (row: ActivityLogRow): Static<typeof ActivityLog> => ({
  id: row.public_id,
  performed_by: { type: 'admin', id: String(row.admin_id), email: row.email, ip: row.ip ?? '' },
  metadata: row.metadata as Record<string, unknown>,
  created_at: unix(row.created_at),
  activity_type: row.activity_type,
  activity_description: row.description,
})

export const presentDelivered = (row: ActivityLogRow): Static<typeof DeliveredActivityLog> => ({
  type: 'admin_activity_log_event',
  ...presentActivityLog(row),
})

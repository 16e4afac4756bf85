/** The admin on the wire: a teammate, or the operator bot of the workspace. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { Workspace } from '../../context.ts'
import type { AdminsRow } from '../../db/types/admins.ts'
import { CreatedAt, described, IdOf, model, Nullable } from '../../schema/types.ts'

/** An admin and the teams it is in. */
export type AdminRow = AdminsRow & { team_ids: number[]; primary_team_ids: number[]; secondary_team_ids: number[] }

const identity = {
  type: Type.Literal('admin'),
  id: IdOf('admin'),
  name: described(Type.String(), 'The name.'),
  email: described(Type.String(), 'The email address.'),
  job_title: described(Type.Optional(Type.String()), "The admin's job title. Absent if unknown."),
  away_mode_enabled: described(Type.Boolean(), 'True while the admin is away.'),
  away_mode_reassign: described(
    Type.Boolean(),
    'True if replies that come while the admin is away are to be assigned anew.',
  ),
}

const seat = {
  has_inbox_seat: described(Type.Boolean(), 'True if the admin may reply to conversations and be assigned to them.'),
  team_ids: described(Type.Array(Type.Integer()), 'The ids of the teams that the admin is in.'),
}

const role = described(
  Type.Optional(
    Type.Object({
      type: Type.Literal('role'),
      id: IdOf('role'),
      name: described(Type.String(), 'The name of the role.'),
    }),
  ),
  'The role of the admin. Absent if none was given.',
)

export const Avatar = Type.Object({
  type: Type.Literal('avatar'),
  image_url: described(Nullable(Type.String()), 'The address of the picture; null if there is none.'),
})

export const Admin = model('admin', {
  ...identity,
  /** Lists leave it out. */
  away_status_reason_id: described(
    Type.Optional(Nullable(Type.Integer())),
    'The id of the reason to be away; null if none was given.',
  ),
  ...seat,
  team_priority_level: described(
    model('team_priority_level', {
      primary_team_ids: described(
        Type.Optional(Type.Array(Type.Integer())),
        'The ids of the teams that assign work to the admin first. Absent if there are none.',
      ),
      secondary_team_ids: described(
        Type.Optional(Type.Array(Type.Integer())),
        'The ids of the teams that do so when the first are busy. Absent if there are none.',
      ),
    }),
    'At which level the admin is in its teams.',
  ),
  role,
  /** Lists show it where it is asked for. */
  avatar: described(Type.Optional(Avatar), 'The picture.'),
})

export const AdminWithApp = model('admin_with_app', {
  ...identity,
  email_verified: described(Type.Boolean(), 'True if the admin confirmed the email address.'),
  app: described(
    model('app', {
      type: Type.Literal('app'),
      id_code: described(Type.String(), 'The id of the workspace.'),
      name: described(Type.String(), 'The name of the workspace.'),
      created_at: CreatedAt('workspace'),
      secure: described(Type.Boolean(), 'Always false: identity verification is off.'),
      identity_verification: described(Type.Boolean(), 'Always false: Parley does not verify identities yet.'),
      timezone: described(Type.String(), 'The time zone of the workspace, as an IANA name such as `Europe/Dublin`.'),
      region: described(Type.String(), 'The region of the workspace, such as `US`.'),
    }),
    'The workspace that the token opens.',
  ),
  avatar: described(Avatar, 'The picture.'),
  ...seat,
  role,
})

/** The keys stand in the order of the real API, here and in lists. */
export const presentAdmin = (row: AdminRow): Static<typeof Admin> => ({
  type: 'admin',
  id: String(row.id),
  name: row.name,
  email: row.email,
  ...presentPresence(row),
  away_status_reason_id: row.away_status_reason_id,
  ...presentPlace(row),
})

export const presentListedAdmin = (row: AdminRow): Static<typeof Admin> => ({
  type: 'admin',
  email: row.email,
  id: String(row.id),
  name: row.name,
  ...presentPresence(row),
  ...presentPlace(row),
})

function presentPlace(row: AdminRow) {
  return {
    has_inbox_seat: row.has_inbox_seat,
    team_ids: row.team_ids,
    team_priority_level: {
      ...(row.primary_team_ids.length > 0 && { primary_team_ids: row.primary_team_ids }),
      ...(row.secondary_team_ids.length > 0 && { secondary_team_ids: row.secondary_team_ids }),
    },
    ...presentRole(row),
  }
}

export function presentAdminWithApp(workspace: Workspace, row: AdminRow): Static<typeof AdminWithApp> {
  return {
    type: 'admin',
    id: String(row.id),
    email: row.email,
    name: row.name,
    email_verified: row.email_verified,
    app: {
      type: 'app',
      id_code: workspace.app_id,
      name: workspace.name,
      created_at: unix(workspace.created_at),
      secure: false,
      identity_verification: false,
      timezone: workspace.time_zone,
      region: workspace.region,
    },
    avatar: presentAvatar(row),
    has_inbox_seat: row.has_inbox_seat,
    ...presentPresence(row),
    team_ids: row.team_ids,
    ...presentRole(row),
  }
}

export const presentAvatar = (row: Pick<AdminRow, 'avatar_url'>): Static<typeof Avatar> => ({
  type: 'avatar',
  image_url: row.avatar_url,
})

const presentPresence = (row: AdminRow) => ({
  ...(row.job_title !== null && { job_title: row.job_title }),
  away_mode_enabled: row.away_mode_enabled,
  away_mode_reassign: row.away_mode_reassign,
})

const presentRole = (row: AdminRow) =>
  row.role_id === null || row.role_name === null
    ? {}
    : { role: { type: 'role' as const, id: String(row.role_id), name: row.role_name } }

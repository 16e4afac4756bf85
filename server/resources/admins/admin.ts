/** The admin on the wire: a teammate, or the operator bot of the workspace. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { Workspace } from '../../context.ts'
import type { AdminsRow } from '../../db/types/admins.ts'
import { Id, model, Nullable, Timestamp } from '../../schema/types.ts'

/** An admin and the teams it is in. */
export type AdminRow = AdminsRow & { team_ids: number[]; primary_team_ids: number[]; secondary_team_ids: number[] }

const identity = {
  type: Type.Literal('admin'),
  id: Id,
  name: Type.String(),
  email: Type.String(),
  job_title: Type.Optional(Type.String()),
  away_mode_enabled: Type.Boolean(),
  away_mode_reassign: Type.Boolean(),
}

const seat = {
  has_inbox_seat: Type.Boolean(),
  team_ids: Type.Array(Type.Integer()),
}

const role = Type.Optional(Type.Object({ type: Type.Literal('role'), id: Id, name: Type.String() }))

export const Avatar = Type.Object({ type: Type.Literal('avatar'), image_url: Nullable(Type.String()) })

export const Admin = model('admin', {
  ...identity,
  /** Lists leave it out. */
  away_status_reason_id: Type.Optional(Nullable(Type.Integer())),
  ...seat,
  team_priority_level: model('team_priority_level', {
    primary_team_ids: Type.Optional(Type.Array(Type.Integer())),
    secondary_team_ids: Type.Optional(Type.Array(Type.Integer())),
  }),
  role,
  /** Lists show it where it is asked for. */
  avatar: Type.Optional(Avatar),
})

export const AdminWithApp = model('admin_with_app', {
  ...identity,
  email_verified: Type.Boolean(),
  app: model('app', {
    type: Type.Literal('app'),
    id_code: Type.String(),
    name: Type.String(),
    created_at: Timestamp,
    secure: Type.Boolean(),
    identity_verification: Type.Boolean(),
    timezone: Type.String(),
    region: Type.String(),
  }),
  avatar: Avatar,
  ...seat,
  role,
})

export function presentAdmin(row: AdminRow): Static<typeof Admin> {
  return { ...presentListedAdmin(row), away_status_reason_id: row.away_status_reason_id }
}

export function presentListedAdmin(row: AdminRow): Static<typeof Admin> {
  return {
    ...presentIdentity(row),
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

const presentIdentity = (row: AdminRow) => ({
  type: 'admin' as const,
  id: String(row.id),
  name: row.name,
  email: row.email,
  ...presentPresence(row),
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

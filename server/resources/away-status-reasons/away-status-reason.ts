/** The reason why an admin is away, on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { AwayStatusReasonsRow } from '../../db/types/away_status_reasons.ts'
import { CreatedAt, IdOf, model, UpdatedAt } from '../../schema/types.ts'

export const AwayStatusReason = model('away_status_reason', {
  type: Type.Literal('away_status_reason'),
  id: IdOf('reason'),
  label: Type.String({ description: 'The text that teammates see.' }),
  emoji: Type.String({ description: 'An emoji; empty if there is none.' }),
  order: Type.Integer({ description: 'Its place among the reasons, from 1.' }),
  deleted: Type.Boolean({ description: 'True if nobody can choose it any more.' }),
  created_at: CreatedAt('reason'),
  updated_at: UpdatedAt('reason'),
})

export const presentReason = (row: AwayStatusReasonsRow): Static<typeof AwayStatusReason> => ({
  type: 'away_status_reason',
  id: String(row.id),
  label: row.label,
  emoji: row.emoji,
  order: row.position,
  deleted: row.deleted,
  created_at: unix(row.created_at),
  updated_at: unix(row.updated_at),
})

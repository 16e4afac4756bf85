/** The access token as the settings show it: all but the token itself, which is shown once. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../../clock.ts'
import { CreatedAt, described, IdOf, model, Nullable, Timestamp } from '../../../schema/types.ts'
import type { Token as TokenRow } from '../access-tokens.ts'

const told = {
  type: Type.Literal('token'),
  id: IdOf('token'),
  name: described(Type.String(), 'The name, which tells tokens apart.'),
  admin_id: Type.String({ description: 'The admin that it acts for.' }),
  settings: Type.Boolean({ description: 'True if it may read and change the settings.' }),
  created_at: CreatedAt('token'),
  revoked_at: described(Nullable(Timestamp), 'When the token was revoked; null if it is in use.'),
}

export const Token = model('token', told)
export const NewToken = model('new_token', {
  ...told,
  token: Type.String({ description: 'The access token itself. It cannot be shown again.' }),
})

export const presentToken = (row: TokenRow): Static<typeof Token> => ({
  type: 'token',
  id: String(row.id),
  name: row.name,
  admin_id: String(row.admin_id),
  settings: row.settings,
  created_at: unix(row.created_at),
  revoked_at: unix(row.revoked_at),
})

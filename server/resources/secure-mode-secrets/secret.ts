/** The identity verification secret on the wire: everything but the secret itself, which is shown once. */
import { randomBytes } from 'node:crypto'
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { SecureModeSecretsRow } from '../../db/types/secure_mode_secrets.ts'
import { CreatedAt, described, IdOf, model } from '../../schema/types.ts'

export const platforms = {
  supports_android: described(Type.Boolean(), 'True if it holds for the Android SDK.'),
  supports_ios: described(Type.Boolean(), 'True if it holds for the iOS SDK.'),
  supports_web: described(Type.Boolean(), 'True if it holds for the Messenger on the web.'),
}

const shown = {
  type: Type.Literal('identity_verification_secret'),
  id: IdOf('secret'),
  name: described(Type.String(), 'The name.'),
  ...platforms,
  created_at: CreatedAt('secret'),
}

export const IdentitySecret = model('identity_verification_secret', shown)

export const NewIdentitySecret = model('identity_verification_secret_with_material', {
  ...shown,
  secret: described(Type.String(), 'The key of the HMAC, 256 bits as base64url. It is shown this once.'),
})

export const presentIdentitySecret = (row: Omit<SecureModeSecretsRow, 'secret'>): Static<typeof IdentitySecret> => ({
  type: 'identity_verification_secret',
  id: String(row.id),
  name: row.name,
  supports_android: row.supports_android,
  supports_ios: row.supports_ios,
  supports_web: row.supports_web,
  created_at: unix(row.created_at),
})

export const newSecret = (): string => randomBytes(32).toString('base64url')

/** The purpose that a secret is sealed for (secrets.ts): copied to another row, it does not open. */
export const sealFor = (workspaceId: number, id: number): string => `identity verification ${workspaceId} ${id}`

import Type from 'typebox'
import { apiError } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, Nullable, Text } from '../../schema/types.ts'
import { logSecret } from './log-secret.ts'
import { insertSecret, nextSecretId } from './queries.ts'
import { newSecret, NewIdentitySecret, presentIdentitySecret, sealFor } from './secret.ts'

const Platform = (name: string) =>
  described(Type.Optional(Nullable(Type.Boolean())), `True if it is to hold for ${name}.`)

export const createIdentitySecret = operation({
  method: 'POST',
  path: '/secure_mode_secrets',
  group: 'Identity Verification Secrets',
  scopes: ['write_secure_mode_secret'],
  status: 201,
  summary: 'Create an identity verification secret',
  description: 'The server makes the secret, and shows it in this answer only. It holds for one platform at least.',
  body: described(
    Type.Object({
      name: described(Type.Optional(Nullable(Text())), 'The name. It is required.'),
      supports_android: Platform('the Android SDK'),
      supports_ios: Platform('the iOS SDK'),
      supports_web: Platform('the Messenger on the web'),
    }),
    'The new secret.',
  ),
  reply: NewIdentitySecret,
  answer: 'The new secret.',
  handle: async (ctx, { body }) => {
    const { db, workspaceId } = ctx
    const name = body.name?.trim() ?? ''
    if (name === '') throw invalid('name is required')
    const supports_android = body.supports_android ?? false
    const supports_ios = body.supports_ios ?? false
    const supports_web = body.supports_web ?? false
    if (!supports_android && !supports_ios && !supports_web)
      throw invalid('At least one of supports_android, supports_ios, supports_web must be true')
    const [id, secret] = [await nextSecretId(db), newSecret()]
    const row = await insertSecret(db, workspaceId, {
      id,
      name,
      secret: ctx.secrets.seal(secret, sealFor(workspaceId, id)),
      supports_android,
      supports_ios,
      supports_web,
      created_at: ctx.now,
    })
    await logSecret(ctx, 'added', row)
    return { ...presentIdentitySecret(row), secret }
  },
})

const invalid = (message: string) => apiError(422, 'parameter_invalid', message)

import { NOBODY, type Ground } from '../../test/documented-errors/ground.ts'
import { rows, type ErrorRow } from '../../test/documented-errors/row.ts'

const SOMETHING_ELSE = [404, 'not_found', 'Resource Not Found'] as const

async function subscriptionOf({ newest }: Ground): Promise<string> {
  const [type] = (await newest.get('/subscription_types')).body.data
  return type.id
}

export default [
  ...rows(404, 'not_found', 'User Not Found', {
    'GET /contacts/{}/subscriptions': () => [`/contacts/${NOBODY}/subscriptions`],
    'POST /contacts/{}/subscriptions': async (ground) => [
      `/contacts/${NOBODY}/subscriptions`,
      { id: await subscriptionOf(ground), consent_type: 'opt_in' },
    ],
    'DELETE /contacts/{}/subscriptions/{}': async (ground) => [
      `/contacts/${NOBODY}/subscriptions/${await subscriptionOf(ground)}`,
    ],
  }),
  ...rows(...SOMETHING_ELSE, {
    'POST /contacts/{}/subscriptions': async ({ newContact }) => [
      `/contacts/${await newContact()}/subscriptions`,
      { id: 'invalid_id', consent_type: 'opt_in' },
    ],
    'DELETE /contacts/{}/subscriptions/{}': async ({ newContact }) => [
      `/contacts/${await newContact()}/subscriptions/invalid_id`,
    ],
  }),
] satisfies ErrorRow[]

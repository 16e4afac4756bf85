import { NOBODY, type Ground } from '../../test/documented-errors/ground.ts'
import { row, rows, type ErrorRow } from '../../test/documented-errors/row.ts'

const EVENT = { event_name: 'placed-order', created_at: 1_700_000_000 }

/** @returns the email of two users */
async function sharedEmail({ newContact, number }: Ground): Promise<string> {
  const email = `shared-${number()}@example.com`
  await newContact({ email })
  await newContact({ email })
  return email
}

export default [
  row('GET /events', 422, 'unprocessable_entity', 'unsupported type [company]', () => [
    `/events?type=company&intercom_user_id=${NOBODY}`,
  ]),
  ...rows(404, 'not_found', 'User Not Found', {
    'GET /events': () => [`/events?type=user&intercom_user_id=${NOBODY}`],
    'POST /events': () => ['/events', { ...EVENT, id: NOBODY }],
    'POST /events/summaries': () => [
      '/events/summaries',
      {
        user_id: 'nobody',
        event_summaries: {
          event_name: 'placed-order',
          count: 1,
          first: EVENT.created_at,
          last: EVENT.created_at,
        },
      },
    ],
  }),
  row('GET /events', 400, 'parameter_not_found', 'user_id, email or intercom_user_id is a required parameter', () => [
    '/events?type=user',
  ]),
  row('POST /events', 400, 'parameter_not_found', 'id, user_id or email is a required parameter', () => [
    '/events',
    EVENT,
  ]),
  ...rows(409, 'conflict', 'Multiple existing users match this email address - must be more specific using user_id', {
    'GET /events': async (ground) => [`/events?type=user&email=${await sharedEmail(ground)}`],
    'POST /events': async (ground) => ['/events', { ...EVENT, email: await sharedEmail(ground) }],
  }),
] satisfies ErrorRow[]

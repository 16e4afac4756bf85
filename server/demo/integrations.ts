/**
 * Programs that the company has connected: its CRM, by an access token and a webhook, and the roastery, by an auth
 * token. The demo calls nobody, so the webhook is not active. Nobody is shown the values of the tokens.
 */
import { createAuthToken } from '../resources/auth-tokens/create.ts'
import { createIdentitySecret } from '../resources/secure-mode-secrets/create.ts'
import { createToken } from '../resources/tokens/settings/create.ts'
import { createWebhook } from '../webhooks/settings/create.ts'
import type { Act } from './act.ts'
import type { Staff } from './staff.ts'
import type { Timeline } from './timeline.ts'

const WEBHOOK = {
  url: 'https://crm.fernhill.example/parley',
  topics: ['contact.user.created', 'conversation.user.replied'],
  active: false,
  description: 'Keeps the CRM up to date',
}
const AUTH_TOKEN = {
  name: 'Roastery',
  description: 'For orders and deliveries',
  request_header_key: 'Authorization',
  token_prefix: 'Bearer',
}

export function planIntegrations(timeline: Timeline, act: Act, { admins }: Staff): void {
  timeline.add({ days: 45 }, async (at) => {
    await act(createWebhook, at, { body: WEBHOOK }, admins.maya)
    await act(createToken, at, { body: { name: 'CRM sync', admin_id: String(admins.tomas) } }, admins.maya)
  })
  timeline.add({ days: 41 }, (at) =>
    act(createAuthToken, at, { body: { ...AUTH_TOKEN, token_value: 'roastery-example' } }, admins.maya),
  )
  timeline.add({ days: 30 }, (at) =>
    act(createIdentitySecret, at, { body: { name: 'Shop', supports_web: true } }, admins.maya),
  )
}

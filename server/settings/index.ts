/** Every operation of the settings API, by group. */
import type { Operation } from '../http/operation.ts'
import { admins } from './admins/index.ts'
import { customObjectTypes } from './custom-object-types/index.ts'
import { helpCenters } from './help-centers/index.ts'
import { newsfeeds } from './newsfeeds/index.ts'
import { segments } from './segments/index.ts'
import { subscriptionTypes } from './subscription-types/index.ts'
import { teams } from './teams/index.ts'
import { ticketStates } from './ticket-states/index.ts'
import { tokens } from './tokens/index.ts'
import { webhooks } from './webhooks/index.ts'
import { workspace } from './workspace/index.ts'

export const settings: Operation[] = [
  ...workspace,
  ...admins,
  ...teams,
  ...tokens,
  ...segments,
  ...subscriptionTypes,
  ...newsfeeds,
  ...helpCenters,
  ...ticketStates,
  ...customObjectTypes,
  ...webhooks,
]

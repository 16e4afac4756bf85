/**
 * A tour: one request to every operation, in an order in which each finds what it needs. The same
 * tour is walked in every version, on a workspace of its own. Its steps stand in each noun's `tour.ts`.
 */
import type { AppDeps } from '../app.ts'
import { hexId } from '../ids.ts'
import type { Reply, TestApp } from './app.ts'
import { loadBeside } from './beside.ts'
import { insertCalls } from './tour/insert-calls.ts'
import { insertExecutions } from './tour/insert-executions.ts'
import { insertShop } from './tour/insert-shop.ts'
import { insertFin } from './tour/insert-fin.ts'
import { insertWorkflow } from './tour/insert-workflow.ts'
import { insertHandled } from './tour/insert-handled.ts'
import { insertExports } from './tour/insert-exports.ts'
import { orderSteps } from './tour/order.ts'
import { step, type Found, type Step } from './tour/step.ts'

export type { Found, Step }

const nouns = await loadBeside<Step[]>('tour.ts')
export const isSetting = ({ key }: Step) => key.includes(' /parley/')
const of = (api: (step: Step) => boolean) => nouns.map((steps) => steps.filter(api))

/** Names that `insertUnmakeable` gives. */
const UNMAKEABLE = [
  'team',
  'call',
  'address',
  'whatsapp',
  'rule',
  'ranConnector',
  'execution',
  'workflow',
  'shop',
  'catalog',
  'partSecret',
  'handled',
  'handler',
  'side',
  'archive',
  'report',
  'finProcedure',
  'finRated',
  'finWaiting',
  'finUser',
]

export const tour = orderSteps(
  of((one) => !isSetting(one)),
  UNMAKEABLE,
)
/** Settings name a conversation, which the public API alone makes. */
const BEFORE_SETTINGS: Step[] = [
  step('POST /contacts', {
    gives: { waiting: ({ id }) => id },
    go: (c) => c.post('/contacts', { external_id: 'waiting' }),
  }),
  step('POST /conversations', {
    needs: ['waiting'],
    gives: { promise: ({ conversation_id }) => conversation_id },
    go: (c, { waiting }) =>
      c.post('/conversations', { from: { type: 'user', id: waiting }, body: 'How fast is your engine?' }),
  }),
]
export const settingsTour = orderSteps([BEFORE_SETTINGS, ...of(isSetting)], UNMAKEABLE)

/** A step that was made, and its answer. */
export interface Visit {
  key: string
  reply: Reply
}

interface WalkOptions {
  /** False where the caller holds the replies against the descriptions itself. */
  observed?: boolean
}

/** Walks the tour in one version. @returns each step's reply, those that the version does not have left out */
export async function runTour(
  app: TestApp,
  version: { name: string; serves(key: string): boolean },
  { observed = true }: WalkOptions = {},
): Promise<Visit[]> {
  const { token, id } = await app.createWorkspace()
  const client = app.client({ version: version.name, token, observed })
  const found: Found = await insertUnmakeable(app, id)
  const replies: Visit[] = []
  for (const { key, go, find } of tour) {
    const reply = version.serves(key) ? await go(client, found) : undefined
    if (!reply) continue
    if (reply.status < 300) Object.assign(found, find(reply.body))
    replies.push({ key, reply })
  }
  return replies
}

/**
 * Inserts records that no operation of the public API creates: a team, a visitor, a sender address, a WhatsApp message
 * that was delivered, a banner, an SLA rule, a type of custom objects, a macro, calls, executions of a data connector, a
 * workflow, a shop, a conversation that teammates handled, completed exports, and sessions of the AI agent.
 */
export async function insertUnmakeable(
  { db, clock }: Pick<AppDeps, 'db' | 'clock'>,
  workspace_id: number,
): Promise<Found> {
  const now = clock.now()
  const [team] = await db<{ id: number }[]>`
    insert into teams ${db({ workspace_id, name: 'Support', distribution_method: 'load_balanced', created_at: now }, 'workspace_id', 'name', 'distribution_method', 'created_at')} returning id`
  await db`insert into contacts ${db(
    {
      workspace_id,
      id: hexId(now),
      role: 'visitor',
      external_id: 'visitor-1',
      created_at: now,
      updated_at: now,
    },
    'workspace_id',
    'id',
    'role',
    'external_id',
    'created_at',
    'updated_at',
  )}`
  const [address] = await db<{ id: number }[]>`
    insert into sender_addresses (workspace_id, brand_id, email, verified, created_at, updated_at)
    select ${workspace_id}, id, 'help@example.com', true, ${now}, ${now}
    from brands where workspace_id = ${workspace_id} and is_default returning id`
  await db`
    with thread as (
      insert into threads (workspace_id, created_at, updated_at, deleted_at)
      values (${workspace_id}, ${now}, ${now}, ${now}) returning id),
    message as (
      insert into messages (workspace_id, id, message_type, admin_id, body, created_at)
      select ${workspace_id}, nextval('message_ids'), 'whatsapp', min(id), '<p>Ready</p>', ${now}
      from admins where workspace_id = ${workspace_id} returning id)
    insert into channel_messages (workspace_id, channel, ruleset_id, source_id, thread_id, contact_id, phone,
      template_name, provider_message_id, status, created_at, updated_at)
    select ${workspace_id}, 'whatsapp', 'engines', message.id, thread.id, contacts.id, '+353871234567',
      'engine_ready', 'wamid_engine', 'delivered', ${now}, ${now}
    from message, thread, contacts where contacts.workspace_id = ${workspace_id} limit 1`
  await db`
    insert into banners (workspace_id, title, body, style, position, live, created_at, updated_at)
    values (${workspace_id}, 'Hi there', '<p>Engines are 10 % off</p>', 'inline', 'top', true, ${now}, ${now})`
  const [rule] = await db<{ id: number }[]>`
    insert into sla_rules (workspace_id, name, first_reply_time, pause_on_snooze, in_office_hours, created_at, updated_at)
    values (${workspace_id}, 'Engines', 300, true, true, ${now}, ${now}) returning id`
  await db`
    with type as (
      insert into custom_object_types (workspace_id, identifier, name, created_at, updated_at)
      values (${workspace_id}, 'Engine', 'Engine', ${now}, ${now}) returning id)
    insert into custom_object_attributes (workspace_id, type_id, name, label, data_type, created_at, updated_at)
    select ${workspace_id}::int, type.id, a.name, a.name, a.data_type, ${now}::timestamptz, ${now}::timestamptz
    from type, (values ('order_number', 'string'), ('total_amount', 'float')) as a (name, data_type)`
  await db`
    insert into macros (workspace_id, name, body, visible_to, available_on, created_at, updated_at)
    values (${workspace_id}, 'Order is ready', ${"<p>Hi {{user.name | fallback: 'there'}}</p>"}, 'everyone', '{inbox}',
      ${now}, ${now})`
  const calls = await insertCalls(db, workspace_id, now)
  const workflow = await insertWorkflow(db, workspace_id, now)
  const shop = await insertShop(db, workspace_id, now)
  const executions = await insertExecutions(db, workspace_id, now)
  return {
    team: String(team!.id),
    address: String(address!.id),
    whatsapp: 'wamid_engine',
    rule: String(rule!.id),
    ...calls,
    ...executions,
    ...workflow,
    ...shop,
    ...(await insertHandled(db, workspace_id, now)),
    ...(await insertExports(db, workspace_id, now)),
    ...(await insertFin(db, workspace_id, now)),
  }
}

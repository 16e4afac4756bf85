import type { Client } from '../../test/app.ts'
import { code, type Scene, type Sides } from '../../test/sides/scene.ts'
import { history } from '../../versions/index.ts'
import { presentItem } from '../../webhooks/notification.ts'

const lastPart = (conversation: any) => conversation.conversation_parts.conversation_parts.at(-1)

/** The delivery about a conversation that an admin answered, in the client's version. */
async function toldOf(client: Client, scene: Scene) {
  const path = await scene.newConversation()
  const reply = { type: 'admin', message_type: 'comment', admin_id: scene.adminId, body: '<p>Hi <b>you</b></p>' }
  const conversation = (await scene.newest.post(`${path}/reply`, reply)).body
  const { body: contact } = await scene.newest.get(`/contacts/${await scene.newContact()}`)
  const version = history.find((await client.get('/me')).headers['intercom-version']!)!
  const tell = (topic: string, item: object) => presentItem(topic, structuredClone(item), version) as any
  return {
    alone: tell('conversation.admin.replied', conversation),
    beside: tell('conversation.contact.attached', { conversation, contact }),
    tagged: tell('conversation_part.tag.created', conversation),
    redacted: tell('conversation_part.redacted', conversation),
  }
}

/** Each conversation of what is told. */
const conversationsOf = ({ alone, beside, tagged, redacted }: Awaited<ReturnType<typeof toldOf>>) =>
  [alone, beside.conversation, tagged, redacted] as any[]

const fourTimes = <T>(value: T): T[] => [value, value, value, value]

export default {
  SendPlainTextToWebhooks: {
    since: '2.15',
    see: async (client, scene) =>
      conversationsOf(await toldOf(client, scene)).map((one) => [one.source.body, lastPart(one).body]),
    before: fourTimes(['<p>Hello</p>', '<p>Hi <b>you</b></p>']),
    after: fourTimes(['Hello', 'Hi you']),
  },
  SendUnixStatisticsToWebhooks: {
    since: '2.15',
    see: async (client, scene) =>
      conversationsOf(await toldOf(client, scene)).map(({ statistics }) =>
        JSON.stringify(statistics.first_admin_reply_at).replaceAll(/\d/g, '0'),
      ),
    before: fourTimes('"0000-00-00T00:00:00.000Z"'),
    after: fourTimes('0000000000'),
  },
  BackdateMessages: {
    since: '2.11',
    see: async (client, scene) => {
      const created_at = scene.now() - 1000
      const from = { type: 'user', id: await scene.newContact() }
      const message = (await client.post('/conversations', { from, body: 'Hello', created_at })).body
      const reply = {
        type: 'admin',
        message_type: 'comment',
        admin_id: scene.adminId,
        body: 'Hi',
        created_at: created_at + 10,
      }
      const answered = await client.post(`/conversations/${message.conversation_id}/reply`, reply)
      return [message.created_at - scene.now(), lastPart(answered.body).created_at - scene.now()]
    },
    before: [0, 0],
    after: [-1000, -990],
  },
  OfferQuickReplies: {
    since: '2.14',
    see: async (client, scene) => {
      const reply_options = [{ text: 'Yes', uuid: 'a5e1c524-5ddd-4c3e-9328-6bca5d6e3edb' }]
      const offer = { type: 'admin', message_type: 'quick_reply', admin_id: scene.adminId, reply_options }
      return code(await client.post(`${await scene.newConversation()}/reply`, offer))
    },
    before: [400, 'parameter_invalid'],
    after: [200, undefined],
  },
  TellPreviousAttributeValue: {
    since: '2.15',
    see: async (client, scene) => {
      const path = await scene.newConversation()
      const level = (value: string) => scene.newest.put(path, { custom_attributes: { level: value } })
      await level('low')
      await level('high')
      return lastPart((await client.get(path)).body).event_details.value
    },
    before: { name: 'high' },
    after: { name: 'high', previous: 'low' },
  },
  RefuseLastOfNone: {
    since: '2.17',
    see: async (client, scene) => {
      const reply = { type: 'user', message_type: 'comment', body: 'Hello' }
      const [silent, unknown] = [await scene.newContact(), 'f'.repeat(24)]
      return [
        code(await client.post('/conversations/last/reply', { ...reply, intercom_user_id: silent })),
        code(await client.post('/conversations/last/reply', { ...reply, intercom_user_id: unknown })),
      ]
    },
    before: [
      [400, 'parameter_invalid'],
      [404, 'not_found'],
    ],
    after: [
      [422, 'parameter_invalid'],
      [404, 'not_found'],
    ],
  },
  FilterPartsByType: {
    since: 'Preview',
    see: async (client, scene) => {
      const path = await scene.newConversation()
      const note = { type: 'admin', message_type: 'note', admin_id: scene.adminId, body: 'Look here' }
      await scene.newest.post(`${path}/reply`, note)
      const reply = await client.get(`${path}?include_part_types=note`)
      return [...code(reply), reply.body.conversation_parts?.total_count]
    },
    before: [422, 'parameter_invalid', undefined],
    after: [200, undefined, 1],
  },
  ShowNobodyAsZero: {
    since: '2.16',
    see: async (client, scene) => {
      const { body } = await client.get(await scene.newConversation())
      return [body.admin_assignee_id, body.team_assignee_id]
    },
    before: [null, null],
    after: [0, 0],
  },
  GradePriority: {
    since: '2.16',
    see: async (client, scene) => {
      const path = await scene.newConversation()
      const priority = async () => (await client.get(path)).body.priority
      const seen = [await priority()]
      for (const one of ['low', 'medium', 'high', 'urgent']) {
        await scene.newest.put(path, { priority: one, admin_id: scene.adminId })
        seen.push(await priority())
      }
      return seen
    },
    before: ['not_priority', ...fourTimes('priority')],
    after: ['none', 'low', 'medium', 'high', 'urgent'],
  },
  TellDetailsOfMoreParts: {
    since: 'Preview',
    see: async (client, scene) => {
      const path = await scene.newConversation()
      const { newest, adminId: admin_id } = scene
      const tag = (await newest.post('/tags', { name: `tag ${scene.number()}` })).body
      await newest.post(`${path}/parts`, { message_type: 'snoozed', admin_id, snoozed_until: scene.now() + 60 })
      await newest.post(`${path}/tags`, { id: tag.id, admin_id })
      await newest.put(path, { priority: 'high', admin_id })
      const { conversation_parts } = (await client.get(path)).body.conversation_parts
      return conversation_parts.map((part: any) => [part.part_type, Object.keys(part.event_details)])
    },
    before: [
      ['snoozed', []],
      ['conversation_tags_updated', []],
      ['priority_changed', []],
    ],
    after: [
      ['snoozed', ['until', 'custom_until_time']],
      ['conversation_tags_updated', ['tags_added', 'tags_removed']],
      ['priority_changed', ['current_priority', 'previous_priority']],
    ],
  },
} satisfies Record<string, Sides>

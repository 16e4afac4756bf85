import type { Situation, Stage } from '../stage.ts'

const get = (version: string, path: string, prepare?: (stage: Stage) => Promise<unknown>): Situation => ({
  version,
  async act(stage) {
    await prepare?.(stage)
    const { status, body, text } = await stage.client.get(path)
    if (status !== 200) throw new Error(`${path}: ${status} ${text}`)
    return body
  },
})

const team = ({ scene, workspace }: Stage, columns: object) =>
  scene.db`insert into teams ${scene.db({
    workspace_id: workspace.id,
    name: 'Billing',
    created_at: scene.clock.now(),
    ...columns,
  })}`

const joinTeams = ({ scene: { db }, workspace }: Stage) => db`
  insert into team_members (workspace_id, team_id, admin_id)
  select workspace_id, id, ${workspace.adminId} from teams where workspace_id = ${workspace.id}`

/** A user writes, and the teammate closes. */
async function closedConversation({ send, adminId }: Stage): Promise<string> {
  const user = await send('post', '/contacts', { external_id: '896027', email: 'kim@example.com', name: 'Kim' })
  const { conversation_id: id } = await send('post', '/conversations', {
    from: { type: 'user', id: user.id },
    body: 'Some words',
  })
  await send('post', `/conversations/${id}/parts`, { message_type: 'close', type: 'admin', admin_id: adminId })
  return id
}

const search = (stage: Stage, id: string) =>
  stage.client.post('/conversations/search', { query: { field: 'id', operator: '=', value: id } })

/** By SQL: no operation begins a conversation without words of a contact yet. */
async function rewrite({ scene: { db }, workspace }: Stage, id: string, columns: object): Promise<void> {
  const unsaid = {
    waiting_since: null,
    first_contact_reply_at: null,
    first_contact_reply_type: null,
    last_contact_reply_at: null,
    source_contact_id: null,
    read: false,
    teammate_ids: [workspace.adminId],
  }
  await db`update threads set ${db({ ...unsaid, ...columns })} where workspace_id = ${workspace.id} and id = ${id}`
}

async function begin({ send }: Stage, contact: object): Promise<string> {
  const { id } = await send('post', '/contacts', contact)
  const made = await send('post', '/conversations', { from: { type: 'contact', id }, body: '<p>Some words</p>' })
  return made.conversation_id
}

/** A teammate wrote by an automatic message, to a user and to a lead. */
async function automaticMessages(stage: Stage): Promise<void> {
  const message = {
    source_author_type: 'admin',
    source_admin_id: stage.workspace.adminId,
    source_delivered_as: 'automated',
    title: null,
  }
  await rewrite(stage, await begin(stage, { role: 'lead' }), message)
  stage.scene.clock.advance(1)
  await rewrite(stage, await begin(stage, { external_id: '896027', email: 'kim@example.com' }), {
    ...message,
    state: 'closed',
  })
}

export const answers: Record<string, Situation> = {
  'A-GET-teams': get('2.10', '/teams', async (stage) => {
    await team(stage, {})
    await joinTeams(stage)
  }),
  'A-team': {
    version: '2.11',
    async act(stage) {
      await team(stage, { distribution_method: 'round_robin' })
      await joinTeams(stage)
      const { body } = await stage.client.get('/teams')
      return body.teams[0]
    },
  },
  'A-GET-subscription_types': get('2.10', '/subscription_types'),
  R12: get('2.11', '/subscription_types'),
  'A-GET-me': get(
    '2.11',
    '/me',
    ({ scene: { db }, workspace }) => db`
    update admins set avatar_url = 'https://files.example.com/ada.jpg' where workspace_id = ${workspace.id}`,
  ),
  'A-GET-conversations': get('2.11', '/conversations?per_page=50', automaticMessages),
  'A-conversation-source-null': {
    version: '2.11',
    async act(stage) {
      const id = await begin(stage, { role: 'lead' })
      await rewrite(stage, id, { source_author_type: null, source_id: null, title: 'Words' })
      const { body } = await search(stage, id)
      return body.conversations[0]
    },
  },
  'A-part-rating-changed-old': {
    version: '2.7',
    async act(stage) {
      const id = await closedConversation(stage)
      const { contacts } = await stage.send('get', `/conversations/${id}`)
      await stage.send('post', `/conversations/${id}/rating`, {
        intercom_user_id: contacts.contacts[0].id,
        rating: 5,
      })
      const { body } = await stage.client.get(`/conversations/${id}`)
      return body.conversation_parts.conversation_parts.find(
        (part: { part_type: string }) => part.part_type === 'conversation_rating_changed',
      )
    },
  },
  R05: get('2.11', '/help_center/help_centers'),
  R06: get('2.13', '/help_center/help_centers?per_page=10'),
  R09: get('2.11', '/news/newsfeeds'),
  R77: { version: '2.13', act: async ({ client }) => (await client.get('/macros')).body },
  R10: get('2.11', '/news/news_items', async ({ send, adminId }) => {
    const feed = await send('post', '/parley/newsfeeds', { name: 'Maple' })
    const [first] = (await send('get', '/news/newsfeeds')).data
    await send('post', '/news/news_items', {
      title: 'Some words',
      body: '<p>Some words,</p><p>and more.</p>',
      sender_id: adminId,
      state: 'live',
      labels: ['Maple'],
      reactions: ['💜', '😴', '👎', '🎉'],
      newsfeed_assignments: [feed, first].map(({ id }) => ({ newsfeed_id: Number(id) })),
    })
  }),
}

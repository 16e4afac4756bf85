import type { Situation, Stage } from '../stage.ts'

/** A lead without a name and an email writes. @returns the conversation's id */
async function begin({ send }: Stage, contact: object = { role: 'lead' }): Promise<string> {
  const { id } = await send('post', '/contacts', contact)
  return (await send('post', '/conversations', { from: { type: 'contact', id }, body: 'word' })).conversation_id
}

const told = (
  topic: string,
  act: (stage: Stage, id: string) => Promise<unknown>,
  prepare?: (stage: Stage, id: string) => Promise<unknown>,
): Situation => ({
  version: '2.14',
  async act(stage) {
    const id = await begin(stage)
    await prepare?.(stage, id)
    return stage.delivered(topic, () => act(stage, id))
  },
})

async function botSays(stage: Stage, id: string): Promise<unknown> {
  const [bot] = await stage.scene.db<{ id: number }[]>`
    select id from admins where workspace_id = ${stage.workspace.id} and kind = 'operator'`
  return stage.send('post', `/conversations/${id}/reply`, {
    type: 'admin',
    admin_id: String(bot!.id),
    message_type: 'comment',
    body: 'Some words about the time of an answer.',
  })
}

const assign = ({ send, adminId }: Stage, id: string) =>
  send('post', `/conversations/${id}/parts`, {
    message_type: 'assignment',
    admin_id: adminId,
    assignee_id: adminId,
    body: '<p>word</p>',
  })

/** A user is attached, and detached again. */
const participant = (topic: string): Situation => ({
  version: '2.14',
  async act(stage) {
    const id = await begin(stage)
    const user = await stage.send('post', '/contacts', { external_id: '22', email: 'carl@example.com', name: 'Carl' })
    const attach = () =>
      stage.send('post', `/conversations/${id}/customers`, {
        admin_id: stage.adminId,
        customer: { intercom_user_id: user.id },
      })
    if (topic === 'conversation.contact.attached') return stage.delivered(topic, attach)
    await attach()
    await assign(stage, id)
    return stage.delivered(topic, () =>
      stage.send('delete', `/conversations/${id}/customers/${user.id}`, { admin_id: stage.adminId }),
    )
  },
})

export const conversations: Record<string, Situation> = {
  'H-conversation.operator.replied': told('conversation.operator.replied', (stage, id) => botSays(stage, id)),
  'H-conversation.read': told(
    'conversation.read',
    (stage, id) => stage.send('put', `/conversations/${id}`, { read: true }),
    async (stage, id) => {
      const company = await stage.send('post', '/companies', { company_id: '1' })
      await stage.send('put', `/conversations/${id}`, { company_id: company.id })
      await botSays(stage, id)
      await botSays(stage, id)
      await stage.send('put', `/conversations/${id}`, { company_id: null })
    },
  ),
  'H-conversation.admin.open.assigned': told('conversation.admin.open.assigned', (stage, id) => assign(stage, id)),
  'H-conversation.priority.updated': told(
    'conversation.priority.updated',
    (stage, id) =>
      stage.scene
        .client({ token: stage.workspace.token, version: 'Preview' })
        .put(`/conversations/${id}`, { priority: 'high', admin_id: stage.adminId }),
    async (stage, id) => {
      await assign(stage, id)
      await stage.send('put', `/conversations/${id}`, { read: true })
      const { contacts } = await stage.send('get', `/conversations/${id}`)
      await stage.send('post', `/conversations/${id}/reply`, {
        type: 'user',
        intercom_user_id: contacts.contacts[0].id,
        message_type: 'comment',
        body: 'Thanks',
      })
    },
  ),
  'H-conversation.contact.attached': participant('conversation.contact.attached'),
  'H-conversation.contact.detached': participant('conversation.contact.detached'),
  'H-conversation.deleted': told('conversation.deleted', (stage, id) => stage.send('delete', `/conversations/${id}`)),
  'H-conversation_part.tag.created-old': {
    version: '2.7',
    async act(stage) {
      const id = await begin(stage, { external_id: '12', email: 'ida@example.com', name: 'Ida Example' })
      const tag = await stage.send('post', '/tags', { name: 'developer' })
      return stage.delivered('conversation_part.tag.created', () =>
        stage.send('post', `/conversations/${id}/tags`, { id: tag.id, admin_id: stage.adminId }),
      )
    },
  },
}

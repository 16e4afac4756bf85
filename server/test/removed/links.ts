/**
 * Links a thing to all that can show it, which is the scene's own of each kind. A link may answer texts that the
 * workspace has through the thing alone, such as the role of an admin: they go with it.
 */
import type { Made } from '../fixtures/fixture.ts'
import type { Scene } from '../fixtures/scene.ts'
import type { FixtureName } from '../fixtures/vocabulary.ts'

type Link = (scene: Scene, thing: Made) => Promise<string[] | void>

const person: Link = async ({ given, send, unique, now, adminId }, { id }) => {
  const [company, tag, type] = [await given('a company'), await given('a tag'), await given('a subscription type')]
  await send('POST', `/contacts/${id}/companies`, { id: company['id'] })
  await send('POST', `/contacts/${id}/tags`, { id: tag['id'] })
  await send('POST', `/contacts/${id}/notes`, { body: unique('note'), admin_id: adminId })
  await send('POST', `/contacts/${id}/subscriptions`, { id: type['id'], consent_type: 'opt_out' })
  await send('POST', '/events', { id, event_name: unique('event'), created_at: now() - 60 })
}

export const linkers: Partial<Record<FixtureName, Link>> = {
  'a contact': person,
  'a lead': person,
  'a company': async ({ given, send, unique, adminId }, { id }) => {
    const [contact, conversation] = [await given('a contact'), await given('a conversation')]
    const tag = await given('a tag')
    await send('POST', `/contacts/${contact['id']}/companies`, { id })
    await send('POST', '/tags', { name: tag['name'], companies: [{ id }] })
    await send('POST', `/companies/${id}/notes`, { body: unique('note'), admin_id: adminId })
    await send('PUT', conversation['path'], { company_id: id })
  },
  'a tag': async ({ given, send, adminId }, { id, name }) => {
    const [contact, company] = [await given('a contact'), await given('a company with a contact')]
    const conversation = await given('a conversation')
    await send('POST', `/contacts/${contact['id']}/tags`, { id })
    await send('POST', '/tags', { name, companies: [{ id: company['id'] }] })
    await send('POST', `${conversation['path']}/tags`, { id, admin_id: adminId })
  },
  'a conversation': async ({ given, send, adminId }, { path }) => {
    const tag = await given('a tag')
    await send('POST', `${path}/tags`, { id: tag['id'], admin_id: adminId })
  },
  'a ticket': async ({ given, send, adminId }, { id }) => {
    const tag = await given('a tag')
    await send('POST', `/tickets/${id}/tags`, { id: tag['id'], admin_id: adminId })
  },
  'a tracker ticket': async ({ given, send }, { id }) => {
    const conversation = await given('a conversation')
    await send('POST', `/tickets/${id}/linked_conversations`, { conversation_id: conversation['id'] })
  },
  'an admin': async ({ given, send, unique, adminId }, { id }) => {
    const [contact, conversation, team] = [
      await given('a contact'),
      await given('a conversation'),
      await given('a team'),
    ]
    const role = unique('role')
    await send('PUT', `/parley/admins/${id}`, { role: { name: role } })
    await send('PUT', `/contacts/${contact['id']}`, { owner_id: Number(id) })
    await send('PUT', `/teams/${team['id']}`, { admin_ids: [Number(id)] })
    await send('POST', `${conversation['path']}/parts`, {
      message_type: 'assignment',
      type: 'admin',
      admin_id: adminId,
      assignee_id: id,
    })
    await send('POST', `/contacts/${contact['id']}/notes`, { body: unique('note'), admin_id: id })
    await send('POST', '/parley/tokens', { name: unique('token'), admin_id: id })
    return [role]
  },
  'a team': async ({ given, send, adminId }, { id }) => {
    const [conversation, attribute] = [await given('a conversation'), await given('a conversation attribute')]
    await send('POST', `${conversation['path']}/parts`, {
      message_type: 'assignment',
      type: 'team',
      admin_id: adminId,
      assignee_id: id,
    })
    await send('PUT', `/conversations/attributes/${attribute['id']}`, { visible_to_team_ids: [id] })
  },
  'a data attribute': async ({ given, send }, { name }) => {
    await send('PUT', `/contacts/${(await given('a contact'))['id']}`, { custom_attributes: { [name]: 'x' } })
  },
  'a data attribute of companies': async ({ given, send }, { name }) => {
    const [company, conversation] = [await given('a company with a contact'), await given('a conversation')]
    await send('PUT', `/companies/${company['id']}`, { custom_attributes: { [name]: 'x' } })
    await send('PUT', conversation['path'], { company_id: company['id'] })
  },
  'an option of a conversation attribute': async ({ given, send }, { attribute, label }) => {
    const { path } = await given('a conversation')
    await send('PUT', path, { custom_attributes: { [attribute]: label } })
  },
  'an option of a data attribute': async ({ given, send }, { attribute, label }) => {
    const contact = await given('a contact')
    await send('PUT', `/contacts/${contact['id']}`, { custom_attributes: { [attribute]: label } })
  },
  'a conversation attribute': async ({ given, send }, { name, options }) => {
    const { path } = await given('a conversation')
    await send('PUT', path, { custom_attributes: { [name]: options[0].label } })
  },
  'a subscription type': async ({ given, send }, { id }) => {
    const contact = await given('a contact')
    await send('POST', `/contacts/${contact['id']}/subscriptions`, { id, consent_type: 'opt_out' })
  },
}

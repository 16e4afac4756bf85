import { hexId } from '../../../ids.ts'
import type { Situation, Stage } from '../stage.ts'

const user = ({ send }: Stage, more: object = {}) =>
  send('post', '/contacts', { role: 'user', external_id: '22', email: 'emil@example.com', name: 'Emil', ...more })

const lead = ({ send }: Stage) => send('post', '/contacts', { role: 'lead', email: 'dora@example.com', name: 'Dora' })

const told = (topic: string, prepare: (stage: Stage) => Promise<() => Promise<unknown>>): Situation => ({
  version: '2.14',
  act: async (stage) => stage.delivered(topic, await prepare(stage)),
})

const subscription = (topic: string, after: boolean) =>
  told(topic, async (stage) => {
    const { id } = await user(stage, { unsubscribed_from_emails: !after })
    return () => stage.send('put', `/contacts/${id}`, { unsubscribed_from_emails: after })
  })

/** By SQL: no operation makes a visitor before there is a messenger. */
async function insertVisitor({ scene: { db, clock }, workspace }: Stage): Promise<string> {
  const now = clock.now()
  const id = hexId(now)
  const place = {
    location_city: 'Bengaluru',
    location_region: 'Karnataka',
    location_country: 'India',
    location_country_code: 'IND',
    location_continent_code: 'AS',
  }
  const known = { name: 'Gus', pseudonym: 'Pink Lightbulb from Bengaluru', referrer: 'http://localhost:5500/' }
  const row = { workspace_id: workspace.id, id, role: 'visitor', external_id: 'visitor-1', last_seen_at: now }
  await db`insert into contacts ${db({ ...row, ...known, ...place, session_count: 1, created_at: now, updated_at: now })}`
  return id
}

/** An opt-in type is chosen, and for `unsubscribe` left again. */
const granular = (topic: string) =>
  told(topic, async (stage) => {
    const { id } = await user(stage, { phone: '+15550104567' })
    const type = await stage.send('post', '/parley/subscription_types', {
      name: 'Announcements',
      description: 'A few words about it',
      consent_type: 'opt_in',
    })
    const subscribe = () => stage.send('post', `/contacts/${id}/subscriptions`, { id: type.id, consent_type: 'opt_in' })
    if (topic === 'granular.subscribe') return subscribe
    await subscribe()
    return () => stage.send('delete', `/contacts/${id}/subscriptions/${type.id}`)
  })

export const contacts: Record<string, Situation> = {
  'H-contact.lead.created': told('contact.lead.created', async (stage) => () => lead(stage)),
  'H-contact.deleted': told('contact.deleted', async (stage) => {
    const { id } = await user(stage)
    return () => stage.send('delete', `/contacts/${id}`)
  }),
  'H-contact.lead.tag.created': told('contact.lead.tag.created', async (stage) => {
    const { id } = await lead(stage)
    const tag = await stage.send('post', '/tags', { name: 'Feature Request' })
    return () => stage.send('post', `/contacts/${id}/tags`, { id: tag.id })
  }),
  'H-contact.subscribed': subscription('contact.subscribed', false),
  R21: subscription('contact.subscribed', false),
  R20: subscription('contact.unsubscribed', true),
  R18: granular('granular.subscribe'),
  'H-granular.unsubscribe': granular('granular.unsubscribe'),
  'H-contact.user.updated-retry': {
    version: '2.10',
    async act(stage) {
      const { id } = await user(stage)
      const { scene, workspace } = stage
      const path = `/${workspace.id}/contact.user.updated`
      scene.receiver.answer(path, 500)
      await stage.delivered('contact.user.updated', () => stage.send('put', `/contacts/${id}`, { name: 'Jan' }))
      scene.clock.advance(60)
      await scene.deliverDue()
      return scene.receiver.at(path).at(-1)!.body
    },
  },
  'H-visitor.signed_up': told('visitor.signed_up', async (stage) => {
    const id = await insertVisitor(stage)
    return () =>
      stage.send('post', '/visitors/convert', {
        type: 'user',
        visitor: { id },
        user: { user_id: 'example-user-1', email: 'gus@example.com' },
      })
  }),
}

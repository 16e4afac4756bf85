import type { Situation, Stage } from '../stage.ts'

const company = (stage: Stage, more: object = {}) =>
  stage.send('post', '/companies', { company_id: '6961c1edd71e375bddef6103-qualification-company', ...more })

const told = (topic: string, prepare: (stage: Stage) => Promise<() => Promise<unknown>>): Situation => ({
  version: '2.14',
  act: async (stage) => stage.delivered(topic, await prepare(stage)),
})

/** A company that somebody belongs to is deleted. */
const deletion = (topic: string) =>
  told(topic, async (stage) => {
    const { id } = await company(stage, { name: 'Example Ltd' })
    const contact = await stage.send('post', '/contacts', {
      external_id: '22',
      email: 'carl@example.com',
      phone: '+15550104567',
      name: 'Carl',
    })
    await stage.send('post', `/contacts/${contact.id}/companies`, { id })
    return () => stage.send('delete', `/companies/${id}`)
  })

export const companies: Record<string, Situation> = {
  'H-company.created': told('company.created', async (stage) => () => company(stage)),
  'H-company.updated': told('company.updated', async (stage) => {
    const { id } = await company(stage)
    return () => stage.send('put', `/companies/${id}`, { name: 'Example Ltd' })
  }),
  'H-company.deleted': deletion('company.deleted'),
  'H-company.contact.detached': deletion('company.contact.detached'),
}

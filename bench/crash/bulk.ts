import { unless, type Ground, type Work } from './work.ts'

/** Items of a bulk job: each contact is made once. */
export function bulkWork(items: number): Work {
  let job = ''
  let prefix = ''
  const made = async ({ db }: Ground) =>
    (
      await db<[{ rows: number; ids: number }]>`
      select count(*)::int as rows, count(distinct external_id)::int as ids from contacts
      where external_id like ${`${prefix}%`}`
    )[0]
  return {
    name: 'a bulk job',
    prepare: async () => {},
    async begin({ send }, round) {
      prefix = `bulk-${round}-`
      for (let from = 0; from < items; from += 100) {
        const contacts = Array.from({ length: Math.min(100, items - from) }, (_, n) => ({
          external_id: `${prefix}${from + n}`,
        }))
        const body = { contacts, ...(from > 0 && { job: { id: job } }) }
        job = (await send('POST', '/contacts/bulk', body)).id
      }
    },
    progress: async (ground) => (await made(ground)).rows / items,
    async check(ground) {
      const { rows, ids } = await made(ground)
      const { state } = await ground.send('GET', `/contacts/bulk/${job}`)
      const [told] = await ground.db<[{ n: number }]>`
        select count(*)::int as n from contact_activities a
        join contacts c on c.workspace_id = a.workspace_id and c.id = a.contact_id
        where c.external_id like ${`${prefix}%`}`
      return [
        ...unless('contacts', rows, items),
        ...unless('different contacts', ids, items),
        ...unless('activities that tell of them', told.n, items),
        ...unless('state', state, 'completed'),
      ]
    },
    told: async (ground) => `${(await made(ground)).rows} contacts of ${items} items`,
  }
}

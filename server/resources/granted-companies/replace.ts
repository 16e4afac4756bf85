import Type from 'typebox'
import { notFound } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, IdInput, model } from '../../schema/types.ts'
import { lockCompanies } from '../companies/queries.ts'
import { getContactForUpdate } from '../contacts/queries.ts'
import { listGrants, replaceGrants } from './queries.ts'

/** The most companies that a contact may be granted. */
const MOST = 100

export const replaceGrantedCompanies = operation({
  method: 'PUT',
  path: '/contacts/{contact_id}/granted_companies',
  group: 'Contacts',
  scopes: ['write_users_companies'],
  summary: 'Grant companies to a contact',
  description:
    'Grants exactly these companies, up to 100, by the ids that your own systems give them. Companies that were ' +
    'granted before and are not among them are taken away; an empty list takes all away.',
  inferred: 'the envelope of the answer, and that an unknown company is refused',
  params: Type.Object({ contact_id: Type.String() }),
  body: described(
    Type.Object({
      company_ids: described(
        Type.Array(IdInput, { maxItems: MOST }),
        'The ids that the companies have in your own system, up to 100; none to take all away.',
      ),
    }),
    'The companies.',
  ),
  reply: model('granted_company_list', {
    type: Type.Literal('list'),
    company_ids: described(Type.Array(Type.String()), 'The ids that the companies have in your own system.'),
    total_count: described(Type.Integer(), 'The number of granted companies.'),
  }),
  answer: 'The companies that are granted now.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId, now } = ctx
    const asked = [...new Set(body.company_ids.map(String))]
    // Companies are held before the contact, as by whoever attaches.
    await lockCompanies(db, workspaceId, asked)
    const { id } = await getContactForUpdate(db, workspaceId, params.contact_id)
    if ((await replaceGrants(db, workspaceId, id, asked, now)) < asked.length) throw notFound('company')
    const { companyIds, total } = await listGrants(db, workspaceId, id, { order: 'desc', limit: MOST, offset: 0 })
    return { type: 'list' as const, company_ids: companyIds, total_count: total }
  },
})

import Type from 'typebox'
import { notFound } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { getContactForUpdate } from '../contacts/queries.ts'
import { deleteGrant } from './queries.ts'

export const removeGrantedCompany = operation({
  method: 'DELETE',
  path: '/contacts/{contact_id}/granted_companies/{company_id}',
  group: 'Contacts',
  scopes: ['write_users_companies'],
  summary: 'Take a granted company from a contact',
  description: 'Named by the id that your own systems give the company. One that is not granted answers 404.',
  params: Type.Object({ contact_id: Type.String(), company_id: Type.String() }),
  reply: Type.Null(),
  answer: 'The company is no longer granted. The answer has no body.',
  status: 204,
  handle: async (ctx, { params }) => {
    const { id } = await getContactForUpdate(ctx.db, ctx.workspaceId, params.contact_id)
    if (!(await deleteGrant(ctx.db, ctx.workspaceId, id, params.company_id))) throw notFound('company')
    return null
  },
})

import Type from 'typebox'
import { notFound } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { presentContact } from '../contacts/contact.ts'
import { deleteAttachment, lockContact } from './attachment-queries.ts'
import { presentAttachment } from './attachment.ts'
import { AttachedCompany, presentAttachedCompany, presentCompany } from './company.ts'
import { getCompany, lockCompany } from './queries.ts'

export const detachCompany = operation({
  method: 'DELETE',
  path: '/contacts/{contact_id}/companies/{company_id}',
  group: 'Companies',
  summary: 'Detach a contact from a company',
  description: 'A company that the contact does not belong to answers 404.',
  params: Type.Object({ contact_id: Type.String(), company_id: Type.String() }),
  reply: AttachedCompany,
  answer: 'The company that the contact belonged to.',
  handle: async (ctx, { params }) => {
    const { db, workspaceId, now } = ctx
    const locked = await lockCompany(db, workspaceId, { id: params.company_id })
    const contact = await lockContact(db, workspaceId, params.contact_id)
    if (!contact) throw notFound('contact')
    if (!locked) throw notFound('company')
    const userCount = await deleteAttachment(db, workspaceId, contact.id, locked.id, now)
    if (userCount === undefined) throw notFound('company')
    if (userCount === 0) ctx.count('companies', -1)
    const company = presentCompany(ctx.workspace, await getCompany(db, workspaceId, locked.id, now))
    const company_ids = contact.company_ids.filter((id) => id !== locked.id)
    const after = presentContact(ctx.workspace, { ...contact, company_ids, updated_at: now })
    ctx.emit('company.contact.detached', presentAttachment(company, after))
    return presentAttachedCompany(ctx, company)
  },
})

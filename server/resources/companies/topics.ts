import Type from 'typebox'
import { Id, model } from '../../schema/types.ts'
import { CompanyContact } from './attachment.ts'
import { Company } from './company.ts'

const DeletedCompany = model('company_gone', { type: Type.Literal('company'), id: Id, deleted: Type.Boolean() })

/** Webhook topics of companies and the model of each. */
export const companyTopics = {
  'company.contact.attached': CompanyContact,
  'company.contact.detached': CompanyContact,
  'company.created': Company,
  'company.deleted': DeletedCompany,
  'company.updated': Company,
}

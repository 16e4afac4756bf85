import { DeletedCompany, DeliveredCompany, DeliveredCompanyContact } from './delivered-company.ts'

/** Webhook topics of companies and the model of each. */
export const companyTopics = {
  'company.contact.attached': DeliveredCompanyContact,
  'company.contact.detached': DeliveredCompanyContact,
  'company.created': DeliveredCompany,
  'company.deleted': DeletedCompany,
  'company.updated': DeliveredCompany,
}

/** A contact's coming to a company, or leaving it, as events tell it. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { model } from '../../schema/types.ts'
import { Contact, type ContactWire } from '../contacts/contact.ts'
import { Company, type CompanyWire } from './company.ts'

export const CompanyContact = model('company_contact', {
  type: Type.Literal('company_contact'),
  company: Company,
  contact: Contact,
})

export const presentAttachment = (company: CompanyWire, contact: ContactWire): Static<typeof CompanyContact> => ({
  type: 'company_contact',
  company,
  contact,
})

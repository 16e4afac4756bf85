/** Companies, and which contacts belong to them. */
import { attachCompany } from './attach-to-contact.ts'
import { bulkCreateCompanies } from './bulk/create.ts'
import { bulkDeleteCompanies } from './bulk/delete.ts'
import { getCompaniesJob } from './bulk/get.ts'
import { bulkUpdateCompanies } from './bulk/update.ts'
import { createCompany } from './create.ts'
import { deleteCompany } from './delete.ts'
import { detachCompany } from './detach-from-contact.ts'
import { getCompany } from './get.ts'
import { listContactsOfCompany } from './list-contacts.ts'
import { listCompaniesOfContact } from './list-of-contact.ts'
import { listSegmentsOfCompany } from './list-segments.ts'
import { listCompanies } from './list.ts'
import { retrieveCompanies } from './retrieve.ts'
import { scrollCompanies } from './scroll.ts'
import { searchCompanies } from './search.ts'
import { updateCompany } from './update.ts'

export const companies = [
  createCompany,
  retrieveCompanies,
  listCompanies,
  scrollCompanies,
  searchCompanies,
  getCompany,
  updateCompany,
  deleteCompany,
  listContactsOfCompany,
  listSegmentsOfCompany,
  attachCompany,
  detachCompany,
  listCompaniesOfContact,
  bulkCreateCompanies,
  bulkUpdateCompanies,
  bulkDeleteCompanies,
  getCompaniesJob,
]

/** Granted companies: a contact may read the tickets of companies that it does not belong to. */
import { listGrantedCompanies } from './list.ts'
import { removeGrantedCompany } from './remove.ts'
import { replaceGrantedCompanies } from './replace.ts'

export const grantedCompanies = [listGrantedCompanies, replaceGrantedCompanies, removeGrantedCompany]

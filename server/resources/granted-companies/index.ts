/** Granted companies: those whose tickets a contact may read, though it does not belong to them. */
import { listGrantedCompanies } from './list.ts'
import { removeGrantedCompany } from './remove.ts'
import { replaceGrantedCompanies } from './replace.ts'

export const grantedCompanies = [listGrantedCompanies, replaceGrantedCompanies, removeGrantedCompany]

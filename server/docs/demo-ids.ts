/** Ids of the demo workspace, as the examples of the API reference name them. */
import { CONVERSATION_ATTRIBUTES } from '../demo/company.ts'
import { companyId, optionIds, personId } from '../demo/ids.ts'

export const nora = personId('nora')
export const dev = personId('dev')
export const sam = personId('sam')
export const priya = personId('priya')
export const hana = personId('hana')
export const pete = personId('pete')
export const kestrel = companyId('kestrel')
export const harbor = companyId('harbor')
export const bluebird = companyId('bluebird')

// Numbers that the database of a fresh server gives.
export const maya = '1001'
export const tomas = '1003'
export const ines = '1004'
export const support = '501'
export const vip = '2001'
export const trial = '2003'
export const feedback = '2005'
export const asked = '20010'
export const rattling = '20008'
export const rattlingReply = '50046'
export const urgent = '20009'
export const closed = '20002'
export const companyNote = '9001'
export const contactNote = '9002'
export const roast = '3001'
export const topic = '3006'
export const harvestReports = '104'
export const contactsJob = 'job_v2_11001'
export const companiesJob = 'job_v2_11002'
export const repair = '2004'
export const offices = '16001'
export const importSource = '17001'
export const externalPage = '18001'
export const folder = '19001'
export const article = '20001'
export const snippet = '21001'
export const dynamicContent = '22001'
/** `Sales`, the last of the topics. */
export const sales = optionIds(CONVERSATION_ATTRIBUTES[0]!).at(-1)!

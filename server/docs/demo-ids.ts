/** Ids of the demo workspace, as the examples of the API reference name them. */
import { CONVERSATION_ATTRIBUTES } from '../demo/company.ts'
import { companyId, optionIds, personId } from '../demo/ids.ts'

export { DEMO_EXPORT, DEMO_REPORT } from '../demo/exports.ts'

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
/** Articles, the first version of one, and where it stands. One has a draft. */
export const descaling = '15001'
export const grinderArticle = '15002'
export const descalingVersion = '21001'
export const machines = '7001'
export const cleaning = '7002'
export const maya = '1001'
export const tomas = '1003'
export const ines = '1004'
export const support = '501'
export const slaRule = '18001'
export const vip = '2001'
export const trial = '2003'
export const feedback = '2005'
export const asked = '20016'
export const rattling = '20012'
export const rattlingReply = '50057'
export const urgent = '20014'
export const closed = '20002'
export const grinder = '20013'
export const brewer = '20009'
export const filterLight = '20005'
export const recall = '20015'
export const promised = '20017'
export const repairType = '7001'
export const refundType = '7002'
export const stockType = '7003'
export const machineAttribute = '8009'
export const repairTag = '2004'
export const submitted = '4001'
export const inProgress = '4002'
export const ticketJob = '9001'
export const roastery = '10001'
export const christmas = '11001'
export const call = '70001'
export const registration = '80001'
export const bannerView = '16001'
export const wholesaleBrand = '12002'
export const supportAddress = '13001'
/** A procedure, and the conversation in which it waits. */
export const procedure = '81001'
export const waiting = '20023'
export const aside = '20019'
export const companyNote = '9001'
export const contactNote = '9002'
export const roast = '3001'
export const topic = '3006'
export const harvestReports = '104'
export const connector = '18001'
export const draftConnector = '18002'
export const connectorVersion = '19001'
export const execution = '99001'
export const authToken = '25001'
export const identitySecret = '24001'
export const wholesaleUpload = 'job_14002'
export const contactsJob = 'job_v2_11001'
export const companiesJob = 'job_v2_11002'
export const repair = '2004'
export const offices = '16001'
export const darkRoast = '16002'
export const importSource = '17001'
export const externalPage = '18001'
export const folder = '19001'
export const emptyFolder = '19003'
export const article = '20001'
export const snippet = '21001'
export const dynamicContent = '22001'
/** `Sales`, the last of the topics. */
export const sales = optionIds(CONVERSATION_ATTRIBUTES[0]!).at(-1)!

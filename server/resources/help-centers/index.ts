/** Help centers: sites on which a workspace publishes its articles. */
import { getHelpCenter } from './get.ts'
import { listHelpCenters } from './list.ts'
import { helpCenterSettings } from './settings/index.ts'

export const helpCenters = [listHelpCenters, getHelpCenter, ...helpCenterSettings]

/** Help centers: sites on which articles are published. */
import { createHelpCenter } from './create.ts'
import { deleteHelpCenter } from './delete.ts'
import { getHelpCenter } from './get.ts'
import { listHelpCenters } from './list.ts'
import { updateHelpCenter } from './update.ts'

export const helpCenterSettings = [listHelpCenters, getHelpCenter, createHelpCenter, updateHelpCenter, deleteHelpCenter]

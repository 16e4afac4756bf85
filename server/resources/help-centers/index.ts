/** Help centers: sites on which a workspace publishes its articles. */
import { getHelpCenter } from './get.ts'
import { listHelpCenters } from './list.ts'
import { createRedirect } from './redirects/create.ts'
import { deleteRedirect } from './redirects/delete.ts'
import { getRedirect } from './redirects/get.ts'
import { listRedirects } from './redirects/list.ts'
import { helpCenterSettings } from './settings/index.ts'

export const helpCenters = [
  listHelpCenters,
  getHelpCenter,
  listRedirects,
  createRedirect,
  getRedirect,
  deleteRedirect,
  ...helpCenterSettings,
]

/** Finds the help center of a request, and with it the workspace. */
import type { FastifyRequest } from 'fastify'
import type { Db } from '../../../db/pool.ts'
import type { HelpCentersRow } from '../../../db/types/help_centers.ts'
import { pathPrefix, publicAddress } from '../../../http/public-address.ts'
import { helpCenterUrl } from '../help-center.ts'
import { isByDomain } from './domains.ts'

export interface Site {
  workspaceId: number
  /** The code of the workspace, as in the API. */
  appId: string
  center: HelpCentersRow
  /** Stands before the paths of links in its pages, such as `/help/acme`; empty on its own domain. */
  base: string
  /** The absolute address by which the help center is known, on its own domain where it has one. */
  url: string
}

type SiteRow = HelpCentersRow & { app_id: string }

/** @returns the open site under an identifier, or on its own domain; `undefined` where there is none */
export async function findSite(
  db: Db,
  identifier: string,
  request: FastifyRequest,
  publicUrl: string | undefined,
): Promise<Site | undefined> {
  const isOwn = isByDomain(request)
  const row = isOwn ? await findCenterOfDomain(db, identifier) : await findOpenCenter(db, identifier)
  if (!row) return undefined
  const { app_id, ...center } = row
  return {
    workspaceId: center.workspace_id,
    appId: app_id,
    center,
    base: isOwn ? '' : `${pathPrefix(publicUrl)}/help/${center.identifier}`,
    url: helpCenterUrl({ addressOf: (path) => publicAddress(publicUrl, request) + path }, center),
  }
}

/** Identifiers are unique; older ones of two workspaces may be the same, and then the older help center has it. */
async function findOpenCenter(db: Db, identifier: string): Promise<SiteRow | undefined> {
  if (identifier.includes('\0')) return undefined
  const [row] = await db<SiteRow[]>`
    select h.*, w.app_id from help_centers h join workspaces w on w.id = h.workspace_id
    where h.identifier = ${identifier} order by h.id limit 1`
  return row?.website_turned_on ? row : undefined
}

async function findCenterOfDomain(db: Db, domain: string): Promise<SiteRow | undefined> {
  const [row] = await db<SiteRow[]>`
    select h.*, w.app_id from help_centers h join workspaces w on w.id = h.workspace_id
    where h.custom_domain = ${domain} and h.website_turned_on order by h.id limit 1`
  return row
}

import Type from 'typebox'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { apiError } from '../../http/errors.ts'
import { isNetwork, within } from '../../networks.ts'
import { operation } from '../../http/operation.ts'
import { described, Nullable } from '../../schema/types.ts'
import { isUnchanged, logActivity } from '../activity-logs/log-activity.ts'
import { IpAllowlist, presentAllowlist } from './allowlist.ts'
import * as queries from './queries.ts'

export const updateIpAllowlist = operation({
  method: 'PUT',
  path: '/ip_allowlist',
  group: 'IP Allowlist',
  scopes: ['manage_ip_allowlist'],
  summary: 'Update the IP allowlist',
  description:
    'While it is enabled, requests with a token of this workspace from other addresses answer 403. A list that ' +
    'leaves out the address of this request cannot be enabled.',
  body: described(
    Type.Object({
      enabled: described(Type.Optional(Type.Boolean()), 'True to let in only requests from these addresses.'),
      ip_allowlist: described(
        Type.Optional(
          Nullable(
            Type.Array(
              Type.String({ maxLength: 64, description: 'An address, or a network such as `192.0.2.0/24`.' }),
              { maxItems: 500 },
            ),
          ),
        ),
        'All addresses and networks, IPv4 and IPv6, in place of the present ones.',
      ),
    }),
    'The details to change.',
  ),
  reply: IpAllowlist,
  answer: 'The addresses, and whether they are enforced.',
  handle: async (ctx, { body }) => {
    await lockWorkspace(ctx.db, ctx.workspaceId)
    const before = await queries.findAllowlist(ctx.db, ctx.workspaceId)
    const networks = body.ip_allowlist === undefined ? before.networks : readNetworks(body.ip_allowlist ?? [])
    const allowlist = { enabled: body.enabled ?? before.enabled, networks }
    if (allowlist.enabled) refuseLockout(networks, ctx.callerAddress)
    if (allowlist.enabled || networks.length > 0)
      await queries.setAllowlist(ctx.db, ctx.workspaceId, allowlist, ctx.now)
    else await queries.deleteAllowlist(ctx.db, ctx.workspaceId)
    const change = { before: presentAllowlist(before), after: presentAllowlist(allowlist) }
    if (!isUnchanged(change.before, change.after))
      await logActivity(ctx, 'security_settings_change', 'changed the IP allowlist', change)
    return change.after
  },
})

const invalid = (message: string) => apiError(422, 'parameter_invalid', message)

function readNetworks(sent: string[]): string[] {
  const networks = [...new Set(sent.map((network) => network.trim()))]
  const wrong = networks.find((network) => !isNetwork(network))
  if (wrong !== undefined) throw invalid(`'${wrong}' is not an IP address or an IP range in CIDR notation`)
  return networks
}

function refuseLockout(networks: string[], caller: string | null): void {
  if (caller !== null && !within(networks)(caller))
    throw invalid(`Your IP (${caller}) is not on the allowlist. Saving would lock you out of this workspace.`)
}

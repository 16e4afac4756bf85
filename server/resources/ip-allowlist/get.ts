import { operation } from '../../http/operation.ts'
import { IpAllowlist, presentAllowlist } from './allowlist.ts'
import { findAllowlist } from './queries.ts'

export const getIpAllowlist = operation({
  method: 'GET',
  path: '/ip_allowlist',
  group: 'IP Allowlist',
  scopes: ['manage_ip_allowlist'],
  summary: 'Get the IP allowlist',
  reply: IpAllowlist,
  answer: 'The addresses, and whether they are enforced.',
  handle: async (ctx) => presentAllowlist(await findAllowlist(ctx.db, ctx.workspaceId)),
})

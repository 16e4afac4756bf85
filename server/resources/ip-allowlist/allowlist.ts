/** The IP allowlist on the wire: its addresses as they were sent. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { IpAllowlistsRow } from '../../db/types/ip_allowlists.ts'
import { described, model } from '../../schema/types.ts'

export const IpAllowlist = model('ip_allowlist', {
  type: Type.Literal('ip_allowlist'),
  enabled: described(Type.Boolean(), 'True if only requests from these addresses are let in.'),
  ip_allowlist: described(
    Type.Array(Type.String({ description: 'An address, or a network such as `192.0.2.0/24`.' })),
    'Addresses and networks, IPv4 and IPv6.',
  ),
})

export type Allowlist = Pick<IpAllowlistsRow, 'enabled' | 'networks'>

export const presentAllowlist = ({ enabled, networks }: Allowlist): Static<typeof IpAllowlist> => ({
  type: 'ip_allowlist',
  enabled,
  ip_allowlist: networks,
})

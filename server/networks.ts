/** Networks of IP addresses: `192.0.2.1`, `192.0.2.0/24`, `2001:db8::/32`. */
import { BlockList, isIP } from 'node:net'

const BITS = { 4: 32, 6: 128 } as Record<number, number>

export const isNetwork = (text: string): boolean => {
  const [address = '', prefix, ...rest] = text.split('/')
  const bits = BITS[isIP(address)]
  if (bits === undefined || address.includes('%') || rest.length > 0) return false
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits)
}

/** True of every address. */
export const EVERYWHERE = () => true

/** @returns a test of addresses, true within one of the networks; an IPv4 address in IPv6 form counts as IPv4 */
export function within(networks: string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const network of networks) {
    const [address, prefix] = network.split('/') as [string, string?]
    const plain = unmapped(address)
    const bits = BITS[isIP(address)]!
    // A prefix of a mapped address counts the 96 bits before it.
    const length = Math.max(0, Number(prefix ?? bits) - (bits - BITS[isIP(plain)]!))
    list.addSubnet(plain, length, familyOf(plain))
  }
  return (address) => list.check(unmapped(address), familyOf(unmapped(address)))
}

const unmapped = (address: string) => /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

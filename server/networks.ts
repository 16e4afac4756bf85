/** Networks of IP addresses: `192.0.2.1`, `192.0.2.0/24`, `2001:db8::/32`. */
import { BlockList, isIP } from 'node:net'

const BITS = { 4: 32, 6: 128 } as Record<number, number>

export const isNetwork = (text: string): boolean => {
  const [address = '', prefix, ...rest] = text.split('/')
  const bits = BITS[isIP(address)]
  if (bits === undefined || address.includes('%') || rest.length > 0) return false
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits)
}

/** True for every address. */
export const EVERYWHERE = () => true

/** @returns a test of addresses, true within one of the networks; an IPv4 address in IPv6 form counts as IPv4 */
export function within(networks: string[]): (address: string) => boolean {
  // One list of both would let every IPv4 address in by `::/0`.
  const lists = { ipv4: new BlockList(), ipv6: new BlockList() }
  for (const network of networks) {
    const [address, prefix] = network.split('/') as [string, string?]
    const plain = unmapped(address)
    const bits = BITS[isIP(address)]!
    // A prefix of a mapped address counts the 96 bits before it.
    const length = Math.max(0, Number(prefix ?? bits) - (bits - BITS[isIP(plain)]!))
    lists[familyOf(plain)].addSubnet(plain, length, familyOf(plain))
  }
  return (address) => {
    const plain = unmapped(address)
    return lists[familyOf(plain)].check(plain, familyOf(plain))
  }
}

const MAPPED = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/

/** An IPv4 address that stands in IPv6 form, as the socket of a server on `::` tells it, in its own. */
export function unmapped(address: string): string {
  if (isIP(address) !== 6) return address
  const written = MAPPED.exec(URL.parse(`http://[${address}]`)?.hostname ?? '')
  if (!written) return address
  const [high, low] = [Number(`0x${written[1]}`), Number(`0x${written[2]}`)]
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

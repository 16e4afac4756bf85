/**
 * Public addresses. An outgoing request goes wherever somebody says: it must not reach what only this machine and its
 * neighbours should, nor the addresses at which a cloud tells its machines secrets. Source: the IANA registries of
 * special-purpose addresses.
 */
import { BlockList, isIP } from 'node:net'
import type { Reach } from '../config.ts'

const special = new BlockList()
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  special.addSubnet(net, prefix, 'ipv4')

/** The only public block of IPv6, except for parts that embed IPv4 addresses or are reserved for examples. */
const global = new BlockList()
global.addSubnet('2000::', 3, 'ipv6')
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special.addSubnet(net, prefix, 'ipv6')

export function isPublic(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !special.check(address, 'ipv4')
  return family === 6 && global.check(address, 'ipv6') && !special.check(address, 'ipv6')
}

/** The networks that `PARLEY_PRIVATE_URLS=1` opens: this machine's and its owner's, not those of link or provider. */
const own = new BlockList()
for (const [net, prefix] of [
  ['10.0.0.0', 8],
  ['127.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  own.addSubnet(net, prefix, 'ipv4')
own.addAddress('::1', 'ipv6')
own.addSubnet('fc00::', 7, 'ipv6')

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** True if an outgoing request may go to an address. */
export const isAllowed = (address: string, reach: Reach): boolean =>
  isPublic(address) || (reach === 'private' && isOwn(address)) || (reach === 'loopback' && isLoopback(address))

const isLoopback = (address: string): boolean => {
  const family = isIP(address)
  return family !== 0 && loopback.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

export function isOwn(address: string): boolean {
  const family = isIP(address)
  return family !== 0 && own.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

/** The host of an address as names and addresses are written elsewhere: without brackets, and without a dot at its end. */
export const hostOf = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '')

/** True for names that lead to this machine, whatever is looked up. */
export const isLocalhost = (host: string): boolean => /(^|\.)localhost$/.test(host)

/**
 * True if a request that carries a secret may go to an address: over https, else to this machine and its networks only,
 * where the reach opens them. A name with the reach `private` may lead anywhere: `open` looks once it is known.
 */
export function mayCarrySecret({ protocol, hostname }: URL, reach: Reach): boolean {
  if (protocol === 'https:') return true
  const host = hostOf(hostname)
  if (isLocalhost(host)) return reach !== 'public'
  return isIP(host) === 0 ? reach === 'private' : isAllowed(host, reach) && !isPublic(host)
}

import type { SealedToken } from './queries.ts'

/** @returns why the tokens are not sent to a host */
export function faultOfHost(tokens: Pick<SealedToken, 'name' | 'domain'>[], host: string): string | undefined {
  const elsewhere = tokens.find(({ domain }) => domain !== null && !isWithin(host, domain))
  return elsewhere && `The token ${elsewhere.name} is sent to ${elsewhere.domain} only`
}

const isWithin = (host: string, domain: string) => host === domain || host.endsWith(`.${domain}`)

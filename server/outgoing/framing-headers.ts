/** Headers that frame a request, or lead it elsewhere: they are the server's, whoever configures a request. In small letters. */
export const FRAMING_HEADERS: ReadonlySet<string> = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** @returns why a header of this name cannot be configured; undefined if it can */
export function faultOfName(name: string): 'malformed' | 'framing' | undefined {
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) return 'malformed'
  return FRAMING_HEADERS.has(name.toLowerCase()) ? 'framing' : undefined
}

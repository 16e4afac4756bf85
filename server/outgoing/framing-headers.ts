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

/**
 * Bytes of an HTML or Markdown file as text. The encoding is that of its byte order mark, else the one that a meta
 * element of HTML names; else UTF-8 where the bytes are that, and windows-1252 where they are not.
 */
export interface Decoded {
  text: string
  encoding: string
  /** False where bytes had no character in the encoding. */
  isWhole: boolean
}

const META = /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]{1,40})/i
/** Browsers look no further for it. */
const HEAD_BYTES = 1024

/** @param format Markdown has no head: a meta element in it is an example */
export function decodeDocument(bytes: Uint8Array, format: 'html' | 'markdown' = 'html'): Decoded {
  const marked = byMark(bytes)
  if (marked) return decode(bytes, marked)
  const head = format === 'html' ? new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES)) : ''
  const named = META.exec(head)?.[1]
  const known = named && nameOf(named)
  // A page that can say so in single bytes is not in UTF-16.
  const first = known?.startsWith('utf-16') ? 'utf-8' : known
  for (const encoding of new Set([first ?? 'utf-8', 'utf-8'])) {
    const decoded = decode(bytes, encoding)
    if (decoded.isWhole) return decoded
  }
  return decode(bytes, 'windows-1252')
}

function byMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return a === 0xff && b === 0xfe ? 'utf-16le' : undefined
}

function nameOf(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return undefined // no encoding that browsers know
  }
}

function decode(bytes: Uint8Array, encoding: string): Decoded {
  const text = new TextDecoder(encoding).decode(bytes)
  return { text, encoding, isWhole: !text.includes('\ufffd') }
}

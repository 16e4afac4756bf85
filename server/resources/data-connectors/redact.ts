/** Takes the secrets of a connector out of everything that leaves an execution: results, webhooks, errors. */
import type { Header } from './headers.ts'

/** Headers whose values are no secrets. */
const PLAIN = new Set(['accept', 'accept-language', 'content-type', 'user-agent'])
/** Shorter words would take ordinary text away. */
const SHORTEST = 4

export type Redact = (text: string) => string

/** @param headers with their values filled in @param words other secrets */
export function redactorOf(headers: Header[], words: string[] = []): Redact {
  const given = headers
    .filter(({ name }) => !PLAIN.has(name.toLowerCase()))
    // `Bearer abc`: the word alone is a secret, too.
    .flatMap(({ value }) => [value, ...value.split(/[\s,;=:]+/).slice(1)])
    .concat(words)
  const secrets = new Set([...given, ...given.flatMap(decoded)].filter((value) => value.length >= SHORTEST))
  const patterns = [...secrets].toSorted((a, b) => b.length - a.length).flatMap(patternsOf)
  return (text) => patterns.reduce(replace, text)
}

interface Pattern {
  source(): string
  /** Letters and digits that stand in every match as they are: without them there is none. */
  sure: string
}

/** An answer may be long, and a connector may have many secrets, of which most are not in it. */
const replace = (text: string, { source, sure }: Pattern): string =>
  text.includes(sure) ? text.replaceAll(new RegExp(source(), 'g'), '****') : text

const patternOf = (letters: string, spell: (letter: string) => string): Pattern => ({
  source: () => [...letters].map(spell).join(''),
  sure: letters.split(/[^A-Za-z0-9]+/).reduce((longest, run) => (run.length > longest.length ? run : longest)),
})

/** Credentials as they are behind `Basic`: the text in them, and its password, or the user of one without. */
function decoded(word: string): string[] {
  if (!/^[A-Za-z0-9+/_-]{6,}={0,2}$/.test(word)) return []
  const text = Buffer.from(word, 'base64').toString()
  // Bytes that are no text: the word is something else.
  if (/[\p{Cc}\ufffd]/u.test(text)) return []
  const colon = text.indexOf(':')
  if (colon === -1) return [text]
  const password = text.slice(colon + 1)
  return [text, password.length < SHORTEST ? text.slice(0, colon) : password]
}

function patternsOf(secret: string): Pattern[] {
  const plain = patternOf(secret, spellingsOf)
  const encoded = [...new Set([secret, Buffer.from(secret).toString('latin1')])].flatMap((bytes) =>
    [0, 1, 2].map((ahead) => inBase64(Buffer.from(bytes, 'latin1'), ahead)),
  )
  return [plain, ...encoded]
}

/** The most bytes that a pattern of base64 spells out: the rest of a longer secret is whatever letters follow. */
const SPELLED = 96

/**
 * A pattern of bytes inside of a text in base64 or base64url. A letter of base64 has six bits, so that bytes look
 * different by the number of those ahead of them, and share their first and last letters with their neighbours.
 * @param ahead bytes before them in their group of three
 */
function inBase64(bytes: Buffer, ahead: number): Pattern {
  const all = Buffer.concat([Buffer.alloc(ahead), bytes.subarray(0, SPELLED)])
  const isWhole = all.length % 3 === 0
  const letters = all.toString('base64').replace(/=+$/, '')
  const own = letters.slice(Math.ceil((ahead * 8) / 6), isWhole ? undefined : -1)
  const { source, sure } = patternOf(own, (letter) => BASE64[letter] ?? letter)
  const rest = bytes.length > SPELLED ? `${LETTER}*` : isWhole ? '' : LETTER
  const padding = rest === '' ? '' : `${spellingsOf('=')}{0,2}`
  return { source: () => `${ahead === 0 ? '' : LETTER}${source()}${rest}${padding}`, sure }
}

/** A pattern of one sign as it stands in plain text, JSON, an address or a form, HTML and XML. */
function spellingsOf(sign: string): string {
  if (/[a-z0-9]/i.test(sign)) return sign
  const units = Array.from({ length: sign.length }, (_, at) => `\\\\u${hex(sign.charCodeAt(at), 4)}`)
  const bytes = [...Buffer.from(sign)].map((byte) => `%${hex(byte, 2)}`)
  const point = sign.codePointAt(0)!
  const names = ENTITIES[sign] ?? []
  const spellings = [
    literally(sign),
    literally(JSON.stringify(sign).slice(1, -1)),
    units.join(''),
    bytes.join(''),
    `&#0*${point};`,
    `&#[xX]0*${hex(point, 1)};`,
    ...(sign === '/' ? [String.raw`\\/`] : []),
    ...(sign === ' ' ? [String.raw`\+`] : []),
    ...names.map((name) => `&${name};`),
  ]
  return `(?:${[...new Set(spellings)].join('|')})`
}

const ENTITIES: Record<string, string[]> = { '&': ['amp'], '<': ['lt'], '>': ['gt'], '"': ['quot'], "'": ['apos'] }

/** A pattern of a hexadecimal number in small and in capital letters. */
const hex = (number: number, digits: number): string =>
  number
    .toString(16)
    .padStart(digits, '0')
    .replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)

const literally = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)

/** Signs of base64 that base64url writes in another way. */
const BASE64: Record<string, string> = { '+': `(?:${spellingsOf('+')}|-)`, '/': `(?:${spellingsOf('/')}|_)` }
const LETTER = `(?:[A-Za-z0-9]|${BASE64['+']}|${BASE64['/']})`

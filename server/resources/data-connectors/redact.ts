/** Takes the secrets of a connector out of everything that leaves an execution: results, webhooks, errors. */
import type { Header } from './headers.ts'

/** Headers whose values are no secrets. */
const PLAIN = new Set(['accept', 'accept-language', 'content-type', 'user-agent'])
/** Shorter words would take ordinary text away. */
const SHORTEST = 4

export type Redact = (text: string) => string

/** @param headers with their values filled in @param words other secrets */
export function redactorOf(headers: Header[], words: string[] = []): Redact {
  const secrets = headers
    .filter(({ name }) => !PLAIN.has(name.toLowerCase()))
    // `Bearer abc`: the word alone is a secret, too.
    .flatMap(({ value }) => [value, ...value.split(/[\s,;=:]+/).slice(1)])
    .concat(words)
    .filter((value) => value.length >= SHORTEST)
    .toSorted((a, b) => b.length - a.length)
    .map((value) => new RegExp([...value].map(spellingsOf).join(''), 'g'))
  return (text) => secrets.reduce((redacted, secret) => redacted.replaceAll(secret, '****'), text)
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

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
    .flatMap((value) => [value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value)])
    .toSorted((a, b) => b.length - a.length)
  return (text) => secrets.reduce((redacted, secret) => redacted.replaceAll(secret, '****'), text)
}

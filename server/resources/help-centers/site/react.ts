/** A visitor's answer to the question whether an article helped. Another answer of the same visitor takes its place. */
import { randomUUID } from 'node:crypto'
import { findText } from './article.ts'
import { articleAddress } from '../addresses.ts'
import { missingPage } from './missing.ts'
import { saveReaction } from './feedback-queries.ts'
import type { Answer, Visit } from './visit.ts'

const COOKIE = 'parley_reader'
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const YEAR_S = 365 * 24 * 3600

export async function react(
  visit: Visit,
  reference: string,
  { helped, cookies }: { helped: unknown; cookies: string | undefined },
): Promise<Answer> {
  const { db, clock, site, locale } = visit
  const found = await findText(visit, reference)
  if (!found) return missingPage(visit, { params: { reference } })
  const path = articleAddress(site.base, locale, found.text)
  if (helped !== 'yes' && helped !== 'no') return { status: 303, location: path }
  const known = readerIn(cookies)
  const reader = known ?? randomUUID()
  const reaction = helped === 'yes' ? 'happy' : 'sad'
  await saveReaction(db, site.workspaceId, found.text.id, { reader, reaction, now: clock.now() })
  return {
    status: 303,
    location: `${path}?feedback=${helped}#feedback`,
    cookie: known ? undefined : cookieOf(reader, site.base, site.url.startsWith('https:')),
  }
}

/** The visitor that the cookie names. */
export function readerIn(cookies: string | undefined): string | undefined {
  for (const pair of cookies?.split(';') ?? []) {
    const [name, value = ''] = pair.trim().split('=')
    if (name === COOKIE && ID.test(value)) return value
  }
  return undefined
}

const cookieOf = (reader: string, base: string, isSecure: boolean): string =>
  [
    `${COOKIE}=${reader}`,
    `Path=${base || '/'}`,
    `Max-Age=${YEAR_S}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure ? ['Secure'] : []),
  ].join('; ')

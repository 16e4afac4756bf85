/** Settings of a webhook, and their stored form. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { isIP } from 'node:net'
import type { Reach } from '../../config.ts'
import type { Ctx } from '../../context.ts'
import { hostOf, isAllowed, isLocalhost } from '../../outgoing/addresses.ts'
import { isTopic, topics as known } from '../topics.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { described, Nullable, Text } from '../../schema/types.ts'
import { given, readOptionalText, readUrl } from '../../http/given.ts'
import { readVersion } from '../../http/read-version.ts'
import type { WebhookColumns } from './queries.ts'

const MAX_TOPICS = 100
const Url = Type.String({ maxLength: 2000, description: 'An address of http or https, without a user or a password.' })
const Topics = Type.Array(Type.String(), {
  minItems: 1,
  maxItems: MAX_TOPICS,
  description: `Any of ${known.map((name) => `\`${name}\``).join(', ')}.`,
})

const details = {
  api_version: Type.Optional(
    Nullable(
      Type.String({ maxLength: 20, description: 'The form in which it is told; null as the workspace is answered.' }),
    ),
  ),
  active: described(Type.Optional(Type.Boolean()), 'False to send nothing for now.'),
  description: described(Type.Optional(Nullable(Text(1000))), 'A note on what it is for; null clears it.'),
}

export const NewWebhook = Type.Object({ url: Url, topics: Topics, ...details })
export const WebhookDetails = Type.Object({ url: Type.Optional(Url), topics: Type.Optional(Topics), ...details })

/** @throws 400 parameter_invalid */
export function columnsOf(
  { reach }: Pick<Ctx, 'reach'>,
  { url, topics, api_version, active, description }: Static<typeof WebhookDetails>,
): WebhookColumns {
  return given({
    url: url === undefined ? undefined : readTarget(url, reach),
    topics: topics && readTopics(topics),
    api_version: typeof api_version === 'string' ? readVersion('api_version', api_version) : api_version,
    active,
    description: description === undefined ? undefined : readOptionalText(description),
  })
}

/** Readers of the webhook need not know the password of its address, and stored values are shown. */
function readTarget(text: string, reach: Reach): string {
  const url = readUrl('url', text)
  if (url === null) throw parameterInvalid('url must not be blank', 'url')
  const { username, password, hostname } = new URL(url)
  if (username || password) throw parameterInvalid('url must not hold a user or a password', 'url')
  if (!mayBeAllowed(hostname, reach)) throw parameterInvalid(NOT_PUBLIC[reach], 'url')
  return url
}

/** A name may lead elsewhere tomorrow, and is looked up for each delivery; an address and `localhost` stay what they are. */
function mayBeAllowed(hostname: string, reach: Reach): boolean {
  const host = hostOf(hostname)
  if (isLocalhost(host)) return reach !== 'public'
  return isIP(host) === 0 || isAllowed(host, reach)
}

const SETTING = 'start the server with PARLEY_PRIVATE_URLS=1 to allow this machine and private networks'
const NOT_PUBLIC: Record<Reach, string> = {
  public: `url must have a public address; ${SETTING}`,
  loopback: `url must have a public address or one of this machine; ${SETTING}`,
  private: 'url must have a public address or one of this machine or a private network',
}

function readTopics(topics: string[]): string[] {
  const unknown = topics.find((topic) => !isTopic(topic))
  if (unknown !== undefined) throw parameterInvalid(`topics: ${unknown} is not a topic that there is`, 'topics')
  return [...new Set(topics)]
}

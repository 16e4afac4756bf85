/** Configuration: the only reader of the environment. */
import { homedir } from 'node:os'
import { join } from 'node:path'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { CONNECTIONS } from './db/connections.ts'
import { isNetwork } from './networks.ts'

const oneOf = <const T extends string[]>(words: [...T], initial: T[number], description: string) =>
  Type.Enum(words, { default: initial, description: `${description}: ${words.join(', ')}` })

const DEFAULT_HOST = '127.0.0.1'

/** Every variable; the description says what it may be. An empty one counts as not set. */
export const Environment = Type.Object({
  PORT: Type.Number({
    multipleOf: 1, // not Integer, which rounds what it converts
    minimum: 0,
    maximum: 65_535,
    default: 4400,
    description: 'a port from 1 to 65535, or 0 for any free one',
  }),
  HOST: Type.String({ default: DEFAULT_HOST, description: 'an address or a host name to listen on' }),
  PARLEY_PUBLIC_URL: Type.Optional(
    Type.String({
      pattern: '^https?://[^\\s/?#@]+(/[^\\s?#]*)?$',
      description: 'the address by which clients know the server, such as https://example.com/parley',
    }),
  ),
  PARLEY_TRUSTED_PROXIES: Type.Optional(
    Type.String({
      pattern: '^[0-9a-fA-F:.]+(/\\d{1,3})?( *, *[0-9a-fA-F:.]+(/\\d{1,3})?)*$',
      description: 'addresses or networks, separated by commas, such as 127.0.0.1, 10.0.0.0/8',
    }),
  ),
  DATABASE_URL: Type.Optional(
    Type.String({
      pattern: '^postgres(ql)?://',
      description: 'a PostgreSQL as postgres://user:password@host:port/database',
    }),
  ),
  PARLEY_DB_CONNECTIONS: Type.Number({
    multipleOf: 1,
    minimum: CONNECTIONS.least,
    maximum: 1000,
    default: CONNECTIONS.usual,
    description: `a number from ${CONNECTIONS.least} to 1000, the most connections that this process opens`,
  }),
  PARLEY_DATA_DIR: Type.Optional(Type.String({ description: 'a folder' })),
  PARLEY_ACCESS_TOKEN: Type.Optional(
    Type.String({
      pattern: '^[!-9;-~]{1,500}$',
      description:
        'up to 500 visible ASCII characters but colons, and at least 32 unless this machine alone reaches the server',
    }),
  ),
  PARLEY_METRICS_TOKEN: Type.Optional(
    Type.String({ pattern: '^[!-9;-~]{16,500}$', description: '16 to 500 visible ASCII characters but colons' }),
  ),
  SMTP_URL: Type.Optional(
    Type.String({
      pattern: '^smtps?://[^\\s/?#]+',
      description: 'a mail server as smtp://user:password@host:587, or smtps:// for TLS from the first byte',
    }),
  ),
  PARLEY_MAIL_DOMAIN: Type.Optional(
    Type.String({
      pattern: '^[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?(\\.[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?)*$',
      maxLength: 253,
      description: 'the domain of e-mail addresses of this server, such as mail.example.com',
    }),
  ),
  PARLEY_LIMITS: oneOf(['off', 'intercom'], 'off', 'one of'),
  PARLEY_SITE_SEARCHES: Type.Number({
    multipleOf: 1,
    minimum: 1,
    maximum: 1_000_000,
    default: 300,
    description: 'a number from 1 to 1000000, the most searches of help centers that a network makes in a minute',
  }),
  PARLEY_EVENT_DAYS: Type.Optional(
    Type.Number({
      multipleOf: 1,
      minimum: 90, // as far back as events are listed
      maximum: 36_500,
      description: 'a number of days from 90 to 36500; not set, data events are kept for good',
    }),
  ),
  PARLEY_SECRET_KEY: Type.Optional(
    Type.String({ pattern: '^[0-9a-fA-F]{64}$', description: '64 hex digits; servers that share a database share it' }),
  ),
  PARLEY_ANSWERER_URL: Type.Optional(
    Type.String({
      pattern: '^https?://[^\\s/?#@]+(/[^\\s?#]*)?$',
      description: 'the address of an API with chat completions, such as https://api.openai.com/v1',
    }),
  ),
  PARLEY_ANSWERER_KEY: Type.Optional(
    Type.String({ pattern: '^[!-~]{1,500}$', description: 'up to 500 visible ASCII characters' }),
  ),
  PARLEY_ANSWERER_MODEL: Type.String({
    pattern: '^[!-~]{1,200}$',
    default: 'gpt-4o-mini',
    description: 'the name of a model, of up to 200 visible ASCII characters',
  }),
  PARLEY_PRIVATE_URLS: oneOf(['0', '1'], '0', 'one of'),
  PARLEY_DEMO: oneOf(['0', '1'], '0', 'one of'),
  LOG_LEVEL: oneOf(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'], 'info', 'one of'),
})
type Environment = Static<typeof Environment>

/** Where webhooks may go: to public addresses; to this machine as well; or to its private networks, too. */
export type Reach = 'public' | 'loopback' | 'private'

export interface Config {
  readonly port: number
  readonly host: string
  /** The address by which clients know the server, without a slash at its end. */
  readonly publicUrl: string | undefined
  /** Addresses and networks of proxies, whose `X-Forwarded-*` headers are believed. */
  readonly trustedProxies: readonly string[]
  readonly databaseUrl: string | undefined
  /** The most connections to the database that the process opens. */
  readonly databaseConnections: number
  readonly dataDir: string | undefined
  /** Where the system keeps a user's data, for a checkout that cannot be written in. */
  readonly userDataDir: string
  readonly accessToken: string | undefined
  /** Opens `/metrics`; undefined opens it to this machine only. */
  readonly metricsToken: string | undefined
  /** The mail server that e-mails leave by; undefined for the mailbox in the data folder. */
  readonly smtpUrl: string | undefined
  /** The domain of reply addresses and Message-IDs. */
  readonly mailDomain: string
  readonly limits: Environment['PARLEY_LIMITS']
  /** Searches of help centers' sites that a network may make in a minute. */
  readonly siteSearches: number
  /** For how long data events are kept; undefined for good. */
  readonly eventsKeptDays: number | undefined
  /** Key that seals secrets; undefined for the key in the data folder. */
  readonly secretKey: string | undefined
  /** The language model that answers questions; undefined answers them from the content alone. */
  readonly answerer: { readonly url: string; readonly key: string | undefined; readonly model: string } | undefined
  readonly reach: Reach
  readonly demo: boolean
  readonly logLevel: Environment['LOG_LEVEL']
  /** True if `npm start` (or another npm script) started this process. */
  readonly underNpm: boolean
}

/** @throws an error that names each variable that is wrong, and what it may be */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(
    Object.keys(Environment.properties).flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  )
  const values = Value.Default(Environment, Value.Convert(Environment, given))
  const wrong = new Set(Value.Errors(Environment, values).map(({ instancePath }) => instancePath.slice(1)))
  for (const [name, holds] of Object.entries(BEYOND_PATTERNS))
    if (given[name] !== undefined && !holds(given[name], given)) wrong.add(name)
  if (wrong.size > 0 || !Value.Check(Environment, values))
    throw new Error([...wrong].map((name) => complain(name as keyof Environment)).join('; '))
  return Object.freeze({
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PARLEY_PUBLIC_URL && new URL(values.PARLEY_PUBLIC_URL).href.replace(/\/+$/, ''),
    trustedProxies: values.PARLEY_TRUSTED_PROXIES?.split(',').map((one) => one.trim()) ?? [],
    databaseUrl: values.DATABASE_URL,
    databaseConnections: values.PARLEY_DB_CONNECTIONS,
    dataDir: values.PARLEY_DATA_DIR,
    userDataDir: env['XDG_DATA_HOME'] || join(homedir(), '.local/share'),
    accessToken: values.PARLEY_ACCESS_TOKEN,
    metricsToken: values.PARLEY_METRICS_TOKEN,
    smtpUrl: values.SMTP_URL,
    mailDomain: mailDomainOf(values),
    limits: values.PARLEY_LIMITS,
    siteSearches: values.PARLEY_SITE_SEARCHES,
    eventsKeptDays: values.PARLEY_EVENT_DAYS,
    secretKey: values.PARLEY_SECRET_KEY,
    answerer: values.PARLEY_ANSWERER_URL
      ? { url: values.PARLEY_ANSWERER_URL, key: values.PARLEY_ANSWERER_KEY, model: values.PARLEY_ANSWERER_MODEL }
      : undefined,
    reach: reachOf(values),
    demo: values.PARLEY_DEMO === '1',
    logLevel: values.LOG_LEVEL,
    underNpm: env['npm_lifecycle_event'] !== undefined,
  })
}

/** The host of the public address, unless another domain is set. */
const mailDomainOf = ({ PARLEY_MAIL_DOMAIN, PARLEY_PUBLIC_URL }: Environment): string =>
  (PARLEY_MAIL_DOMAIN ?? (PARLEY_PUBLIC_URL ? new URL(PARLEY_PUBLIC_URL).hostname : 'localhost')).toLowerCase()

/** A server that only this machine reaches tells nobody else anything. */
function reachOf(values: Environment): Reach {
  if (values.PARLEY_PRIVATE_URLS === '1') return 'private'
  return isForThisMachine(values) ? 'loopback' : 'public'
}

/** A proxy lets others in. */
function isForThisMachine({ HOST = DEFAULT_HOST, PARLEY_PUBLIC_URL, PARLEY_TRUSTED_PROXIES }: Partial<Environment>) {
  const isBehindProxy = PARLEY_PUBLIC_URL !== undefined || PARLEY_TRUSTED_PROXIES !== undefined
  return !isBehindProxy && /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(HOST)
}

/** Length of secrets that others may try to guess, in characters. */
const HARD_TO_GUESS = 32

/** Conditions that a pattern does not tell. */
const BEYOND_PATTERNS: Record<string, (text: string, given: Partial<Environment>) => boolean> = {
  PARLEY_PUBLIC_URL: (text) => URL.canParse(text),
  PARLEY_ANSWERER_URL: (text) => URL.canParse(text),
  SMTP_URL: (text) => URL.canParse(text),
  PARLEY_TRUSTED_PROXIES: (text) => text.split(',').every((one) => isNetwork(one.trim())),
  PARLEY_ACCESS_TOKEN: (text, given) => text.length >= HARD_TO_GUESS || isForThisMachine(given),
}

/** True if errors are printed with their stack; readable even if the configuration is invalid. */
export const showsStacks = (env: NodeJS.ProcessEnv = process.env): boolean => env['LOG_LEVEL'] === 'debug'

/** The value itself is not shown: it may be a secret. */
function complain(name: keyof Environment): string {
  const { description } = Environment.properties[name] as { description?: string }
  return `${name} is not what it may be: ${description}`
}

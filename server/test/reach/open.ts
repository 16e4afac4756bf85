/** Addresses that need no token, each with its reason. Nothing else is. */
import type { World } from '../world.ts'
import { OPEN_FEEDS } from './open-feeds.ts'
import { OPEN_SITE } from './open-site.ts'

export interface Found {
  world: World
  /** The path of an attachment. */
  file: string
  /** The path of a stream, with its token. */
  stream: string
  /** Paths of an open help center: its own, those of its pages, and of a file that they load. */
  site: Record<'base' | 'article' | 'collection' | 'file', string>
  /** The path of the events of a session. */
  session: string
}

export interface OpenRoute {
  reason: string
  /** GET where it is not given. */
  method?: 'POST'
  /** The status of an answer where something is; 200 where it is not given. */
  status?: number
  /** Addresses at which something is. */
  at(found: Found): string[]
  /** Addresses at which nothing is, for anybody. */
  notAt?(found: Found): string[]
}

const forAnyone = 'the API reference says nothing of a workspace'

export const OPEN: Record<string, OpenRoute> = {
  ...OPEN_SITE,
  ...OPEN_FEEDS,
  '/healthz': {
    reason: 'whoever watches over the process has no token; it says that it answers',
    at: () => ['/healthz'],
  },
  '/readyz': {
    reason: 'whoever sends it requests has no token; it says whether it can answer them',
    at: () => ['/readyz'],
  },
  '/': { reason: 'the landing page says nothing of a workspace but whether one holds the demo', at: () => ['/'] },
  '/metrics': {
    reason: 'figures without names; open to this machine only, or to a token of its own (metrics/metrics.test.ts)',
    at: () => ['/metrics'],
  },
  '/docs': { reason: forAnyone, at: () => ['/docs'] },
  '/docs/:name': {
    reason: forAnyone,
    at: () => ['/docs/2.7', '/docs/Preview', '/docs/settings', '/docs/scalar.js', '/docs/reference.js'],
    notAt: () => ['/docs/mount.ts', '/docs/..%2Fmount.ts', '/docs/%2e%2e%2f%2e%2e%2fpackage.json'],
  },
  '/openapi/:name': {
    reason: forAnyone,
    at: () => ['/openapi/2.7.json', '/openapi/settings.json'],
    notAt: () => ['/openapi/2.6.json', '/openapi/..%2F..%2Fpackage.json'],
  },
  '/files/:app_id/:file_id/:secret/*': {
    reason: 'the secret in the address of an attachment is its token: mail programs and browsers have no other',
    at: ({ file }) => [file],
    notAt: ({ file, world }) => [
      file.replace(/\/[^/]+\/[^/]+$/, '/wrong/a.png'),
      file.replace(/^\/files\/[^/]+/, '/files/another1'),
      file.replace(/\/[^/]+\/[^/]+$/, `/${encodeURIComponent(world.workspace.token)}/a.png`),
    ],
  },
  '/streams/:channel': {
    reason: "the token in the address of a stream is its contact's: a client of the contact has no other",
    at: ({ stream }) => [stream],
    notAt: ({ stream, world }) => [
      stream.replace(/token=.*/, 'token=wrong'),
      stream.replace(/token=.*/, `token=${encodeURIComponent(world.workspace.token)}`),
      stream.replace(/\?.*/, ''),
      '/streams/conversation_stream?token=wrong',
    ],
  },
  '/event-stream': {
    reason: 'the token in the address is of one session: a page of the client has no other',
    at: ({ session }) => [session],
    notAt: ({ session, world }) => [
      session.replace(/accessToken=[^&]+/, 'accessToken=wrong'),
      session.replace(/accessToken=[^&]+/, `accessToken=${encodeURIComponent(world.workspace.token)}`),
      session.replace(/channels=[^&]+/, 'channels=fin_agent_api'),
      '/event-stream',
    ],
  },
}

/** Addresses of the public help center that programs read. */
import type { OpenRoute } from './open.ts'

const reason = 'robots and readers of feeds have no token; feeds.test.ts holds what they see'

const nowhere =
  (path: string): OpenRoute['notAt'] =>
  (found) => [`/help/nobody${path}`, `/help/${found.world.things['a help center']['identifier']}${path}`]

const atBase = (path: string): OpenRoute => ({
  reason,
  at: ({ site }) => [site.base + path],
  notAt: nowhere(path)!,
})

export const OPEN_FEEDS: Record<string, OpenRoute> = {
  '/robots.txt': { reason: 'it says nothing of a workspace', at: () => ['/robots.txt'] },
  '/help/:center/robots.txt': atBase('/robots.txt'),
  '/help/:center/sitemap.xml': atBase('/sitemap.xml'),
  '/help/:center/:locale/sitemap-:after(^\\d+).xml': atBase('/en/sitemap-0.xml'),
  '/help/:center/:locale/feed.xml': atBase('/en/feed.xml'),
  '/help/:center/llms.txt': atBase('/llms.txt'),
  '/help/:center/:locale/llms.txt': atBase('/en/llms.txt'),
  '/help/:center/:locale/articles/:reference(^\\d[^/]*).md': {
    reason,
    at: ({ site }) => [`${site.article}.md`],
    notAt: ({ site }) => [`${site.base}/en/articles/1.md`],
  },
}

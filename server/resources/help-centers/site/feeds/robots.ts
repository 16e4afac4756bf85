/** `robots.txt`, of a help center and of the server. Robots read it at the root of a host alone. */
import { searchAddress } from '../../addresses.ts'
import type { Site } from '../place.ts'
import { absolute } from './absolute.ts'
import { sitemapIndexAddress } from './addresses.ts'

export const siteRobots = (site: Site): string =>
  [
    'User-agent: *',
    ...site.center.locales.map((locale) => `Disallow: ${searchAddress(site.base, locale)}`),
    '',
    `Sitemap: ${absolute(site, sitemapIndexAddress(site.base))}`,
    '',
  ].join('\n')

/** The server has help centers, and an API that is nothing for robots. */
export const serverRobots = (prefix: string): string =>
  ['User-agent: *', `Allow: ${prefix}/help/`, `Allow: ${prefix}/docs`, `Allow: ${prefix}/$`, 'Disallow: /', ''].join(
    '\n',
  )

/**
 * Elements of the head that say where a page belongs: its one address, the same page in other languages, and the card
 * that is shown where somebody shares it.
 */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Page, Visit } from '../visit.ts'
import { absolute } from './absolute.ts'
import { feedAddress } from './addresses.ts'

export function headLinks({ site, locale }: Visit, page: Page): Element[] {
  const { path } = page
  if (path === undefined) return []
  const canonical = absolute(site, path)
  return [
    h('link', { rel: 'canonical', href: canonical }),
    ...languageLinks(page, site),
    h('link', {
      rel: 'alternate',
      type: 'application/atom+xml',
      title: site.center.display_name,
      href: feedAddress(site.base, locale),
    }),
    ...card(page, site, locale, canonical),
  ]
}

/** Pages in one language alone need none, and a page that search engines leave out names no others. */
function languageLinks({ translations, isIndexed }: Page, site: Visit['site']): Element[] {
  if (!isIndexed || translations.length < 2) return []
  const link = (hrefLang: string, path: string) => h('link', { rel: 'alternate', hrefLang, href: absolute(site, path) })
  const usual = translations.find(({ locale }) => locale === site.center.locales[0])
  return [
    ...translations.map(({ locale, path }) => link(locale, path)),
    ...(usual ? [link('x-default', usual.path)] : []),
  ]
}

const property = (name: string, content: string | null | undefined): Element[] =>
  content ? [h('meta', { property: `og:${name}`, content })] : []

/** Open Graph. */
function card(page: Page, { center }: Visit['site'], locale: string, url: string): Element[] {
  const { title, description, kind = 'website', image = center.logo_url, translations } = page
  return [
    ...property('title', title),
    ...property('description', description),
    ...property('type', kind),
    ...property('url', url),
    ...property('site_name', center.display_name),
    ...property('locale', territory(locale)),
    ...translations
      .filter((one) => one.locale !== locale)
      .flatMap((one) => property('locale:alternate', territory(one.locale))),
    ...property('image', image),
    h('meta', { name: 'twitter:card', content: page.image ? 'summary_large_image' : 'summary' }),
  ]
}

const territory = (locale: string): string => locale.replace('-', '_')

/** Facts about a page for search engines, as JSON-LD. A data block runs nothing, so that the content policy allows it. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Visit } from '../visit.ts'
import { homeAddress, searchAddress } from '../../addresses.ts'
import { absolute } from './absolute.ts'

const ESCAPED = /[<>&\u2028\u2029]/g

/** Signs that could end the element, or begin a comment in it, are written as escapes of JSON. */
export const dataBlock = (data: object): Element =>
  h(
    'script',
    { type: 'application/ld+json' },
    JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll(
      ESCAPED,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  )

export interface Step {
  name: string
  path: string
}

/** The way to a page from the home page, itself at the end. */
export function trailData({ site, locale }: Visit, steps: Step[]): Element {
  const all = [{ name: site.center.display_name, path: homeAddress(site.base, locale) }, ...steps]
  return dataBlock({
    '@type': 'BreadcrumbList',
    itemListElement: all.map(({ name, path }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name,
      item: absolute(site, path),
    })),
  })
}

/** The site itself, and how it is searched. */
export function siteData({ site, locale }: Visit): Element {
  const target = `${absolute(site, searchAddress(site.base, locale))}?q={search_term_string}`
  return dataBlock({
    '@type': 'WebSite',
    name: site.center.display_name,
    url: absolute(site, homeAddress(site.base, locale)),
    inLanguage: locale,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: target },
      'query-input': 'required name=search_term_string',
    },
  })
}

interface ArticleFacts {
  title: string
  description: string
  locale: string
  author: string
  created_at: Date
  updated_at: Date
}

export function articleData({ site }: Visit, article: ArticleFacts, path: string, image: string | undefined): Element {
  const { center } = site
  return dataBlock({
    '@type': 'Article',
    headline: article.title,
    ...(article.description && { description: article.description }),
    ...(image && { image }),
    inLanguage: article.locale,
    datePublished: article.created_at.toISOString(),
    dateModified: article.updated_at.toISOString(),
    author: { '@type': 'Person', name: article.author },
    publisher: {
      '@type': 'Organization',
      name: center.display_name,
      ...(center.logo_url && { logo: { '@type': 'ImageObject', url: center.logo_url } }),
    },
    mainEntityOfPage: absolute(site, path),
  })
}

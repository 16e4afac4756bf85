/** Parts that several pages have. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { articleAddress, collectionAddress, homeAddress, searchAddress } from '../addresses.ts'
import { magnifier } from './icons.ts'
import type { Visit } from './visit.ts'

/** The search field. The script offers articles while somebody types; without it the form does its work. */
export const searchForm = (
  { site, locale, words }: Visit,
  { id, value = '', isFocused = false }: { id: string; value?: string; isFocused?: boolean },
): Element =>
  h(
    'form.search',
    { role: 'search', action: searchAddress(site.base, locale), dataSuggest: suggestAddress(site.base, locale) },
    [
      magnifier(),
      h('input', {
        id,
        type: 'search',
        name: 'q',
        value,
        placeholder: words.searchLabel,
        ariaLabel: words.searchLabel,
        autoComplete: 'off',
        maxLength: 200,
        ...(isFocused && { autoFocus: true }),
      }),
      h('button.button.primary', { type: 'submit' }, words.search),
    ],
  )

export const suggestAddress = (base: string, locale: string): string => `${searchAddress(base, locale)}/suggest`

export interface Listed {
  id: number
  title: string
  description?: string
}

/** Links to articles, each with its description. */
export const articleList = ({ site, locale }: Visit, articles: Listed[]): Element =>
  h(
    'ul.articles',
    articles.map((article) =>
      h('li', [
        h('a', { href: articleAddress(site.base, locale, article) }, article.title),
        ...(article.description ? [h('p', article.description)] : []),
      ]),
    ),
  )

export interface Step {
  id: number
  name: string
}

/** The way from the home page to a collection. */
export const breadcrumbs = ({ site, locale, words }: Visit, steps: Step[]): Element =>
  h('nav.crumbs', { ariaLabel: words.collections }, [
    h('ol', [
      h('li', h('a', { href: homeAddress(site.base, locale) }, words.collections)),
      ...steps.map((step) => h('li', h('a', { href: collectionAddress(site.base, locale, step) }, step.name))),
    ]),
  ])

export const paragraph = (text: string | null | undefined, className?: string): ElementContent[] =>
  text ? [h('p', { className }, text)] : []

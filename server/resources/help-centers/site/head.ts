/** The head of a page. Elements that search engines and readers of feeds need come after the title. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import { paletteOf } from '../look/tokens.ts'
import { assetAddress } from './assets.ts'
import { headLinks } from './feeds/links.ts'
import type { Page, Visit } from './visit.ts'

export const headOf = (visit: Visit, page: Page): Element[] => [...basicsOf(visit, page), ...headLinks(visit, page)]

const basicsOf = ({ site }: Visit, { title, description, isIndexed, head = [] }: Page): Element[] => [
  h('meta', { charSet: 'utf-8' }),
  h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
  h('title', title === site.center.display_name ? title : `${title} | ${site.center.display_name}`),
  ...(description ? [h('meta', { name: 'description', content: description })] : []),
  ...(isIndexed ? [] : [h('meta', { name: 'robots', content: 'noindex' })]),
  ...themeColors(site.center),
  h('link', { rel: 'stylesheet', href: assetAddress(site, 'css') }),
  h('link', { rel: 'icon', href: assetAddress(site, 'svg'), type: 'image/svg+xml' }),
  h('script', { src: assetAddress(site, 'js'), defer: true }),
  ...head,
]

function themeColors(center: Visit['site']['center']): Element[] {
  const { light, dark } = paletteOf(center)
  if (center.theme !== 'system')
    return [h('meta', { name: 'theme-color', content: (center.theme === 'dark' ? dark : light).ground })]
  return [
    h('meta', { name: 'theme-color', content: light.ground, media: '(prefers-color-scheme: light)' }),
    h('meta', { name: 'theme-color', content: dark.ground, media: '(prefers-color-scheme: dark)' }),
  ]
}

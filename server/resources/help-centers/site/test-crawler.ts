/** Walks a help center's site for tests, from its home pages over every link, and says what is wrong with it. */
import type { FastifyInstance } from 'fastify'
import { fromParse5 } from 'hast-util-from-parse5'
import type { Nodes } from 'hast'
import { parse } from 'parse5'

export interface Crawled {
  /** Pages that were read, by their address. */
  pages: Map<string, Page>
  /** Addresses that are no page, or that lead on to one which leads on: with the page that links to them. */
  faults: string[]
}

interface Page {
  canonical: string | undefined
  isIndexed: boolean
  languages: Map<string, string>
  links: Set<string>
}

const MOST_PAGES = 5000

export async function crawl(app: FastifyInstance, site: URL, starts: string[]): Promise<Crawled> {
  const crawled: Crawled = { pages: new Map(), faults: [] }
  const waiting = starts.map((address) => ({ address, from: 'the start', isLed: true }))
  const seen = new Set(starts)
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { address, from, isLed } = next
    if (seen.size > MOST_PAGES) throw new Error('the site has no end')
    const { statusCode, headers, payload } = await visit(app, address)
    if (statusCode === 301 && !isLed) {
      const target = new URL(String(headers.location), address).href
      if (!seen.has(target)) waiting.push({ address: target, from: address, isLed: true })
      seen.add(target)
      continue
    }
    if (statusCode !== 200) {
      crawled.faults.push(`${address} (from ${from}) answers ${statusCode} ${String(headers.location ?? '')}`)
      continue
    }
    if (!String(headers['content-type']).startsWith('text/html')) continue
    const page = read(payload, address)
    crawled.pages.set(address, page)
    for (const link of page.links) {
      const url = new URL(link)
      url.hash = ''
      if (!isOf(site, url) || seen.has(url.href)) continue
      seen.add(url.href)
      waiting.push({ address: url.href, from: address, isLed: false })
    }
  }
  return crawled
}

export const visit = (app: FastifyInstance, address: string) => {
  const { host, pathname, search } = new URL(address)
  return app.inject({ url: pathname + search, headers: { host, accept: 'text/html' } })
}

/** True for addresses of the site. Other addresses of its server, such as files, are links out. */
const isOf = (site: URL, url: URL): boolean =>
  url.origin === site.origin &&
  `${url.pathname}/`.startsWith(site.pathname.endsWith('/') ? site.pathname : `${site.pathname}/`)

function read(html: string, address: string): Page {
  const page: Page = { canonical: undefined, isIndexed: true, languages: new Map(), links: new Set() }
  const absolute = (text: unknown) => new URL(String(text), address).href
  const walk = (node: Nodes) => {
    if (node.type === 'element') {
      const { href, src, rel, hrefLang, name, content } = node.properties
      if (rel !== undefined && [rel].flat().includes('canonical')) page.canonical = absolute(href)
      else if (node.tagName === 'link' && hrefLang) page.languages.set(String(hrefLang), absolute(href))
      else if (href !== undefined || src !== undefined) page.links.add(absolute(href ?? src))
      if (name === 'robots' && String(content).includes('noindex')) page.isIndexed = false
    }
    if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(fromParse5(parse(html)) as Nodes)
  return page
}

/** All addresses in the sitemaps of a site. */
export async function readSitemaps(app: FastifyInstance, site: string): Promise<string[]> {
  const locations = async (address: string) =>
    [...(await visit(app, address)).payload.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, found]) => found!)
  const parts = await locations(`${site}/sitemap.xml`)
  return (await Promise.all(parts.map(locations))).flat()
}

/** Languages of pages that are not named back, or that are no page. */
export function unanswered({ pages }: Crawled): string[] {
  return [...pages].flatMap(([address, { languages, isIndexed, canonical }]) => {
    if (!isIndexed) return languages.size > 0 ? [`${address} is not listed, and names languages`] : []
    if (canonical !== address) return []
    return [...languages].flatMap(([locale, other]) => {
      if (locale === 'x-default') return []
      const back = pages.get(other)
      if (!back?.isIndexed || back.canonical !== other) return [`${address} names ${other}, which is no page to list`]
      return [...back.languages.values()].includes(address) ? [] : [`${other} does not name ${address}`]
    })
  })
}

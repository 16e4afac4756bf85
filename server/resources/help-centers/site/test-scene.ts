/** A help center for tests, and a visitor of its site. */
import { testApp, type TestAppOptions } from '../../../test/app.ts'

export async function siteScene(locales: string[] = ['en', 'de', 'ar'], options?: TestAppOptions) {
  const home = await testApp(options)
  const client = home.client({ version: 'Preview' })
  const [{ id: centerId, identifier }] = (await client.get('/parley/help_centers')).body.data
  const base = `/help/${identifier}`
  await client.put(`/parley/help_centers/${centerId}`, { website_turned_on: true, locales })
  const send = async (method: 'post' | 'put', path: string, body: object) => {
    const reply = await client[method](path, body)
    if (reply.status !== 200) throw new Error(`${path}: ${reply.text}`)
    return reply.body
  }
  const collect = (collection: object): Promise<any> => send('post', '/help_center/collections', collection)
  const shelf = await collect({ name: 'Grinders', description: 'All of them' })
  return {
    ...home,
    client,
    centerId,
    base,
    shelf,
    collect,
    set: (settings: object) => send('put', `/parley/help_centers/${centerId}`, settings),
    /** An article that is published in the first collection, unless told otherwise. */
    write: (article: object): Promise<any> =>
      send('post', '/articles', {
        author_id: home.workspace.adminId,
        state: 'published',
        parent_ids: [shelf.id],
        ...article,
      }),
    get: (path: string, headers: Record<string, string> = {}) =>
      home.app.inject({ url: pathOf(path), headers: { accept: 'text/html', ...headers } }),
    submit: (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
      home.app.inject({
        method: 'POST',
        url: pathOf(path),
        headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', ...headers },
        payload: new URLSearchParams(form).toString(),
        remoteAddress: anotherNetwork(),
      }),
  }
}

let networks = 0
/** Each form comes from a network of its own, so that no limit holds back the next. */
const anotherNetwork = () => `10.${Math.floor(++networks / 250)}.${networks % 250}.1`

/** The path and the query of an address. */
export function pathOf(address: string): string {
  const url = new URL(address, 'http://localhost')
  return url.pathname + url.search
}

/** The titles of the articles that a page itself leads to. */
export const articlesIn = (html: string): string[] =>
  [...html.slice(html.indexOf('<main')).matchAll(/<a href="[^"]*\/articles\/[^"]*"[^>]*>(.*?)<\/a>/g)].map(
    ([, title]) => title!.replaceAll(/<[^>]+>/g, ''),
  )

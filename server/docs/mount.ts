/**
 * The API reference: `/docs` for people, `/openapi/{version}.json` for programs; `settings` in the place
 * of a version is the settings API. For anyone, without a token. All of it is read and made when it is first asked for.
 */
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { pathPrefix, publicAddress } from '../http/public-address.ts'
import type { Version } from '../versions/history.ts'
import { files, history } from '../versions/index.ts'
import { CHANGELOG_POLICY, changelogPage } from './changelog.ts'
import { asset, sendAsset, type Asset } from '../http/asset.ts'
import { documentText, type Place } from './documents.ts'
import { page, PAGE_POLICY } from './page.ts'
import { scalarScript } from './scalar.ts'

type Answer = (request: FastifyRequest, reply: FastifyReply, name: string) => Promise<unknown>

/** @param publicUrl the address by which clients know the server, where the configuration names one */
export function mountDocs(app: FastifyInstance, publicUrl?: string): void {
  const root = pathPrefix(publicUrl)
  const get = (url: string, answer: Answer) =>
    app.get<{ Params: { name?: string } }>(url, { config: { anyAccept: true } }, (request, reply) =>
      answer(request, reply, request.params.name ?? ''),
    )

  get('/openapi/:name', async (request, reply, name) => {
    const shown = name.endsWith('.json') ? shownBy(name.slice(0, -'.json'.length)) : undefined
    if (!shown) return reply.callNotFound()
    // Tools in other pages read it as well.
    reply.header('Access-Control-Allow-Origin', '*')
    return sendAsset(request, reply, documentAsset(shown, { url: publicAddress(publicUrl, request), root }))
  })

  let changelog: Asset | undefined
  get('/docs', (request, reply) => sendPage(request, reply, history.newestStable, root))

  get('/docs/:name', async (request, reply, name) => {
    if (name === 'changelog') {
      reply.header('Content-Security-Policy', CHANGELOG_POLICY)
      return sendAsset(request, reply, (changelog ??= asset('html', changelogPage(files, root))))
    }
    if (name === 'scalar.js') return sendAsset(request, reply, await scalarScript())
    if (FILES.has(name)) return sendAsset(request, reply, await fileAsset(name))
    const shown = shownBy(name)
    return shown ? sendPage(request, reply, shown, root) : reply.callNotFound()
  })
}

/** The subject of a document or page: a version by any of its names, or the settings. */
type Shown = Version | 'settings'

const shownBy = (name: string): Shown | undefined => (name === 'settings' ? name : history.find(name))

function sendPage(request: FastifyRequest, reply: FastifyReply, shown: Shown, root: string) {
  reply.header('Content-Security-Policy', PAGE_POLICY)
  return sendAsset(request, reply, asset('html', page(history, shown, root)))
}

/** By what it is of, and by the address that the reader knows the server by. */
const documents = new LRUCache<string, Asset>({ max: 50 })

function documentAsset(shown: Shown, place: Place): Asset {
  const key = `${shown === 'settings' ? shown : shown.name} ${place.url}`
  let document = documents.get(key)
  if (!document) documents.set(key, (document = asset('json', documentText(shown, place))))
  return document
}

const FILES = new Set(['reference.js', 'reference.css', 'changelog.css', 'icon.svg'])
const read = new Map<string, Asset>()

async function fileAsset(name: string): Promise<Asset> {
  let file = read.get(name)
  if (!file) {
    const text = await readFile(join(import.meta.dirname, 'assets', name), 'utf8')
    read.set(name, (file = asset(extname(name).slice(1) as 'js' | 'css' | 'svg', text)))
  }
  return file
}

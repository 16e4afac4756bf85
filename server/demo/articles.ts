/** The demo's help center: articles of a coffee roaster in three languages, in nested collections. */
import type { Db } from '../db/pool.ts'
import { createArticle } from '../resources/articles/create.ts'
import { stageDraft } from '../resources/articles/draft/stage.ts'
import { tagArticle } from '../resources/articles/tags/tag.ts'
import { updateArticle } from '../resources/articles/update.ts'
import { listAudiences } from '../resources/audiences/list.ts'
import { createCollection } from '../resources/collections/create.ts'
import { createRedirect } from '../resources/help-centers/redirects/create.ts'
import { listHelpCenters } from '../resources/help-centers/list.ts'
import { createHelpCenter } from '../resources/help-centers/settings/create.ts'
import { updateHelpCenter } from '../resources/help-centers/settings/update.ts'
import { getWorkspaceSettings } from '../resources/workspace/settings/get.ts'
import type { Act } from './act.ts'
import { COLLECTIONS, type CollectionKey } from './articles/collections.ts'
import { ARTICLES, type Listed } from './articles/list.ts'
import { keepPictures, pictureHtml } from './articles/pictures.ts'
import { asItIs, asItWas, findText, LOCALES, type Text, withAddresses } from './articles/read.ts'
import { freeIdentifier } from './own-identifier.ts'
import type { Staff } from './staff.ts'
import type { Timeline } from './timeline.ts'
import { updateOpened } from './unmade.ts'

interface Scene {
  db: Db
  workspaceId: number
  /** The server's address, for pictures. */
  address: string
  act: Act
  staff: Staff
}

/** The help center as it grows. */
interface Library {
  collections: Map<CollectionKey, string>
  pictures: Awaited<ReturnType<typeof keepPictures>>
  articles: Map<string, { id: string; urls: Record<string, string | null> }>
}

const CENTER = {
  display_name: 'Fernhill Help',
  locales: LOCALES,
  website_turned_on: true,
}
/** It is not open yet. */
const NEW_CENTER = { display_name: 'Fernhill Wholesale Help', locales: ['en'], website_turned_on: false }
/** Its newer title waits to be published. */
const STAGED = { key: 'cleaning-the-grinder', days: 2, title: 'Cleaning every grinder' }
/** An address of the former help center. */
const REDIRECT = { from: '/en/descaling', key: 'descaling' }

export function planArticles(timeline: Timeline, scene: Scene): void {
  const { act, staff } = scene
  const library: Library = { collections: new Map(), pictures: new Map(), articles: new Map() }
  let center = { id: '', url: '' }
  timeline.add({ days: 398 }, async (at) => {
    center = await openCenter(scene, library, at)
  })
  for (const listed of ARTICLES) {
    const { author, days, updated } = listed
    timeline.add({ days }, (at) => create(scene, library, listed, at))
    if (updated)
      timeline.add(updated, (at) => {
        const params = { article_id: library.articles.get(listed.key)!.id }
        const texts = textsOf(scene, library, listed, asItIs)
        return act(updateArticle, at, { params, body: texts }, staff.admins[updated.by])
      })
    if (listed.key === REDIRECT.key)
      timeline.add({ days }, (at) => {
        const target_id = library.articles.get(listed.key)!.id
        const body = { from_url: center.url + REDIRECT.from, locale: 'en', target_type: 'article', target_id }
        return act(createRedirect, at, { params: { help_center_id: center.id }, body }, staff.admins[author])
      })
  }
  timeline.add({ days: 10 }, async (at) => {
    const identifier = await freeIdentifier(scene.db, scene.workspaceId, 'fernhill-wholesale')
    return act(createHelpCenter, at, { body: { ...NEW_CENTER, identifier } }, staff.admins.maya)
  })
  timeline.add({ days: STAGED.days }, (at) => {
    const params = { article_id: library.articles.get(STAGED.key)!.id }
    return act(stageDraft, at, { params, body: { title: STAGED.title } }, staff.admins.tomas)
  })
}

async function openCenter({ db, workspaceId, act, staff }: Scene, library: Library, at: Date) {
  const { data } = await act(listHelpCenters, at, {})
  const params = { help_center_id: String(data[0].id) }
  await updateOpened(db, workspaceId, Number(data[0].id), at)
  const body = { ...CENTER, identifier: await freeIdentifier(db, workspaceId) }
  const center = await act(updateHelpCenter, at, { params, body }, staff.admins.maya)
  for (const [key, { parent, translations, ...group }] of Object.entries(COLLECTIONS)) {
    const body = {
      ...group,
      ...(parent && { parent_id: library.collections.get(parent) }),
      translated_content: translations,
    }
    const { id } = await act(createCollection, at, { body }, staff.admins.maya)
    library.collections.set(key as CollectionKey, id)
  }
  const { id: appId } = await act(getWorkspaceSettings, at, {})
  library.pictures = await keepPictures(db, { workspaceId, appId }, at)
  return center
}

async function create(scene: Scene, library: Library, listed: Listed, at: Date): Promise<void> {
  const { act, staff } = scene
  const { key, collection, author, tags = [], audience } = listed
  const admin = staff.admins[author]
  const audience_ids = audience === undefined ? null : [await findAudience(act, audience, at)]
  const body = {
    ...textsOf(scene, library, listed, asItWas, { audience_ids }),
    author_id: admin,
    parent_ids: [library.collections.get(collection)],
  }
  const article = await act(createArticle, at, { body }, admin)
  const urls = Object.fromEntries(LOCALES.map((locale) => [locale, article.translated_content[locale]?.url ?? null]))
  library.articles.set(key, { id: article.id, urls })
  for (const name of tags)
    await act(tagArticle, at, { params: { article_id: article.id }, body: { id: staff.tags.get(name)! } }, admin)
}

async function findAudience(act: Act, name: string, at: Date): Promise<number> {
  const { data } = await act(listAudiences, at, {})
  return Number(data.find((one: { name: string }) => one.name === name).id)
}

/** The texts of all languages as a request has them, each with further fields. */
function textsOf(scene: Scene, library: Library, listed: Listed, part: (text: Text) => string, fields: object = {}) {
  const state = listed.state ?? 'published'
  const inEach = LOCALES.flatMap((locale) => {
    const text = findText(locale, listed.key)
    if (!text) return []
    const { title, description } = text
    const body_markdown = withAddresses(part(text), addressesIn(locale, scene, library))
    return [[locale, { title, description, body_markdown, state, ...fields }] as const]
  })
  const [[, main], ...others] = inEach as [(typeof inEach)[0], ...typeof inEach]
  return { ...main, translated_content: Object.fromEntries(others) }
}

const addressesIn = (locale: string, { address }: Scene, { articles, pictures }: Library) => ({
  article: (key: string): string => {
    const urls = articles.get(key)?.urls
    const url = urls?.[locale] ?? urls?.['en']
    if (!url) throw new Error(`an article of the demo links to ${key}, which is not published by then`)
    return url
  },
  picture: (name: string, alt: string): string => {
    const picture = pictures.get(name)
    if (!picture) throw new Error(`the demo has no picture ${name}`)
    return pictureHtml(address, picture, alt)
  },
})

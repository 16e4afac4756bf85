/** The demo's help center: articles of a coffee roaster in three languages, in nested collections. */
import type { Db } from '../db/pool.ts'
import type { Operation } from '../http/operation.ts'
import { createArticle } from '../resources/articles/create.ts'
import { stageDraft } from '../resources/articles/draft/stage.ts'
import { tagArticle } from '../resources/articles/tags/tag.ts'
import { createCollection } from '../resources/collections/create.ts'
import { createRedirect } from '../resources/help-centers/redirects/create.ts'
import { listHelpCenters } from '../resources/help-centers/list.ts'
import { updateHelpCenter } from '../resources/help-centers/settings/update.ts'
import type { Act } from './act.ts'
import { ARTICLES, COLLECTIONS, type CollectionKey } from './article-texts.ts'
import { freeDomain } from './own-domain.ts'
import type { Staff } from './staff.ts'
import type { Timeline } from './timeline.ts'

interface Scene {
  db: Db
  workspaceId: number
  act: Act
  staff: Staff
}

export function planArticles(timeline: Timeline, { db, workspaceId, act, staff }: Scene): void {
  timeline.add({ days: 120 }, async (at) => {
    const by = (operation: Operation, input: Parameters<Act>[2]) => act(operation, at, input, staff.admins.maya)
    const { data } = await by(listHelpCenters, {})
    const params = { help_center_id: String(data[0].id) }
    const { url } = await by(updateHelpCenter, {
      params,
      body: {
        display_name: 'Fernhill Help',
        custom_domain: await freeDomain(db, workspaceId),
        website_turned_on: true,
        locales: ['en', 'fr', 'de'],
      },
    })
    const ids = await createCollections(by)
    const made: string[] = []
    for (const { collection, title, description, body, state = 'published', translations } of ARTICLES) {
      const author_id = staff.admins.tomas
      const article = await by(createArticle, {
        body: {
          title,
          description,
          body_markdown: body,
          author_id,
          state,
          parent_ids: [ids.get(collection)],
          translated_content: translated(translations, state),
        },
      })
      made.push(article.id)
    }
    await by(tagArticle, { params: { article_id: made[0]! }, body: { id: staff.tags.get('VIP')! } })
    await by(stageDraft, { params: { article_id: made[1]! }, body: { title: 'Cleaning every grinder' } })
    await by(createRedirect, {
      params,
      body: { from_url: `${url}/en/descaling`, locale: 'en', target_type: 'article', target_id: made[0] },
    })
  })
}

type By = (operation: Operation, input: Parameters<Act>[2]) => Promise<any>

async function createCollections(by: By): Promise<Map<CollectionKey, number>> {
  const ids = new Map<CollectionKey, number>()
  for (const [key, { parent, name, description, icon, translations }] of Object.entries(COLLECTIONS)) {
    const { id } = await by(createCollection, {
      body: {
        name,
        description,
        icon,
        ...(parent ? { parent_id: String(ids.get(parent)) } : {}),
        translated_content: translations,
      },
    })
    ids.set(key as CollectionKey, Number(id))
  }
  return ids
}

const translated = (translations: (typeof ARTICLES)[number]['translations'], state: string) =>
  Object.fromEntries(
    Object.entries(translations ?? {}).map(([locale, { title, body }]) => [
      locale,
      { title, body_markdown: body, state },
    ]),
  )

/** The content library: audiences, folders, internal articles, snippets, dynamic contents and pages of another place. */
import { join } from 'node:path'
import { createAudience } from '../resources/audiences/create.ts'
import { createContentSnippet } from '../resources/content-snippets/create.ts'
import { createDynamicContent } from '../resources/dynamic-contents/create.ts'
import { createExternalPage } from '../resources/external-pages/create.ts'
import { createFolder } from '../resources/folders/create.ts'
import { createImportSource } from '../resources/import-sources/create.ts'
import { createInternalArticle } from '../resources/internal-articles/create.ts'
import { tagContentSnippet } from '../resources/tags/tag-content-snippet.ts'
import { tagExternalPage } from '../resources/tags/tag-external-page.ts'
import { tagInternalArticle } from '../resources/tags/tag-internal-article.ts'
import type { Act } from './act.ts'
import { readText } from './articles/read.ts'
import type { Staff } from './staff.ts'
import type { Timeline } from './timeline.ts'

const role_predicates = [{ attribute: 'role', type: 'role', comparison: 'eq', value: 'user' }]

const AUDIENCES = [
  {
    name: 'Offices with machines',
    predicates: [{ attribute: 'company.custom_attributes.machines', type: 'integer', comparison: 'gt', value: '0' }],
    role_predicates,
  },
  {
    name: 'Dark roast drinkers',
    predicates: [{ attribute: 'custom_attributes.favorite_roast', type: 'string', comparison: 'eq', value: 'Dark' }],
    role_predicates,
  },
]

const HANDBOOK = {
  name: 'Support handbook',
  description: 'Rules for everybody who answers',
  emoji: '📗',
}
const MACHINES = { name: 'Machines', description: 'Repairs, parts and loans', emoji: '🔧' }

/** Files of internal articles, oldest first, and the folder of each. */
const ARTICLES = [
  { key: 'late-deliveries', folder: 'handbook' },
  { key: 'loan-machines', folder: 'machines' },
] as const
/** Written when the recall began. */
const RECALL = 'recall-series-m'

const SNIPPETS = [
  {
    title: 'How do I change my delivery day?',
    body_markdown: 'Open **Orders**, choose *Delivery day*, and pick another one. The change holds from next week on.',
  },
  {
    title: 'How often should a machine be descaled?',
    body_markdown: 'Every **three months**, or after 500 cups. A descaling kit comes with every machine.',
  },
]

const HOURS = {
  name: 'Opening hours',
  content_type: 'inline',
  default_locale: 'en',
  variations: [
    { locale: 'en', text_content: 'Monday to Thursday, 8 am to 6 pm; Friday, 8 am to 5 pm' },
    { locale: 'de', text_content: 'Montag bis Donnerstag 8 bis 18 Uhr, Freitag 8 bis 17 Uhr' },
  ],
}

const PAGES = [
  {
    external_id: 'grinder-settings',
    title: 'Grinder settings',
    html: '<p>Turn the ring to 4 for filter coffee, and to 2 for espresso.</p>',
    url: 'https://guides.fernhill.example/grinder-settings',
  },
  {
    external_id: 'water-filter',
    title: 'Changing the water filter',
    html: '<ol><li>Empty the tank.</li><li>Pull the old filter out.</li><li>Push the new one in.</li></ol>',
    url: 'https://guides.fernhill.example/water-filter',
  },
]

/** Nothing is in it yet. */
const RECIPES = { name: 'Recipes', emoji: '☕' }

export function planLibrary(timeline: Timeline, act: Act, { admins, tags }: Staff): void {
  const repairs = { body: { id: tags.get('Machine repair')! } }
  let folders = { handbook: '', machines: '' }
  const write = async (key: string, folder: keyof typeof folders, at: Date): Promise<string> => {
    const { title, description, body } = readText(join(import.meta.dirname, 'articles/internal', `${key}.md`))
    const words = { title, body_markdown: `${description}\n\n${body}`, folder_id: folders[folder] }
    const people = { author_id: admins.maya, owner_id: admins.tomas }
    const { id } = await act(createInternalArticle, at, {
      body: { ...words, ...people, ai_copilot_availability: true },
    })
    return id
  }
  timeline.add({ hours: 4 }, async (at) => {
    const internal_article_id = await write(RECALL, 'machines', at)
    await act(tagInternalArticle, at, { params: { internal_article_id }, ...repairs })
  })
  timeline.add({ days: 45 }, async (at) => {
    const audiences: string[] = []
    for (const body of AUDIENCES) audiences.push((await act(createAudience, at, { body })).id)
    const audience_ids = [Number(audiences[0])]

    const handbook = await act(createFolder, at, { body: { folder: HANDBOOK } })
    const machines = await act(createFolder, at, { body: { folder: { ...MACHINES, parent_folder_id: handbook.id } } })
    await act(createFolder, at, { body: { folder: RECIPES } })
    folders = { handbook: handbook.id, machines: machines.id }
    const articles: string[] = []
    for (const { key, folder } of ARTICLES) articles.push(await write(key, folder, at))
    await act(tagInternalArticle, at, { params: { internal_article_id: articles[1]! }, ...repairs })

    const snippets: string[] = []
    for (const snippet of SNIPPETS) {
      const body = { ...snippet, audience_ids, ai_chatbot_availability: true, ai_copilot_availability: true }
      snippets.push((await act(createContentSnippet, at, { body })).id)
    }
    await act(tagContentSnippet, at, { params: { content_snippet_id: snippets[1]! }, ...repairs })
    await act(createDynamicContent, at, { body: HOURS })

    const source = { sync_behavior: 'api', url: 'https://guides.fernhill.example', audience_ids }
    const { id: source_id } = await act(createImportSource, at, { body: source })
    const pages: string[] = []
    for (const page of PAGES) {
      const body = { ...page, source_id, locale: 'en', ai_agent_availability: true, ai_copilot_availability: true }
      pages.push((await act(createExternalPage, at, { body })).id)
    }
    await act(tagExternalPage, at, { params: { external_page_id: pages[1]! }, ...repairs })
  })
}

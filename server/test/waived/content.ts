import { isObject } from '../contract/place.ts'
import type { Waiver } from './waiver.ts'

const isArticles = (value: unknown) => Array.isArray(value) && value.every((one) => one.type === 'internal_article')

export const CONTENT: Waiver[] = [
  {
    operation: /articles/,
    kind: 'extra',
    at: /\/content_id$/,
    when: (value) => /^\d+$/.test(value),
    reason: 'Recorded articles have it, and the descriptions do not.',
  },
  {
    operation: /articles/,
    kind: 'schema',
    at: /\/translated_content\/[\w-]+\/url$/,
    when: (value) => value === null,
    reason: 'A text that readers cannot open has no address, as at the top of the article; the schema wants a text.',
  },
  {
    operation: /articles/,
    kind: 'schema',
    at: /\/translated_content$/,
    when: (value) =>
      value?.type === 'article_translated_content' && Object.values<any>(value).some((text) => text?.url === null),
    reason: 'The same, said of the whole of it.',
  },
  {
    operation: /^GET \/articles\/search$/,
    version: /^Preview$/,
    kind: 'schema',
    at: /^\/data$/,
    when: (value) => Array.isArray(value) && value.length === 0,
    reason: 'Pages that are newer than the description show an empty list where nothing is found.',
  },
  {
    operation: / \/ai\/external_pages/,
    kind: 'schema',
    at: /\/locale$/,
    when: (value, { type }) => typeof value === 'string' && type === 'external_page',
    reason: 'Pages are of any language, as those of 2.17 say; the descriptions know English alone.',
  },
  {
    operation: /^GET \/internal_articles\/search$/,
    version: /^Preview$/,
    kind: 'extra',
    at: /^\/internal_articles$/,
    when: isArticles,
    reason: 'The articles stand beside the total from 2.17 on; Preview was described before that.',
  },
  {
    operation: /^GET \/internal_articles\/search$/,
    version: /^Preview$/,
    kind: 'missing',
    at: /^\/data$/,
    when: (_, { internal_articles }) => isArticles(internal_articles),
    reason: 'The same: nothing is inside of `data` any more.',
  },
  {
    operation: / \/ai\/external_pages/,
    version: /^Preview$/,
    kind: 'extra',
    at: /\/tags$/,
    when: (value) => isObject(value) && 'tags' in value && value['type'] === 'tag.list',
    reason: 'Pages can be tagged from 2.17 on and show their tags; the description of Preview is older.',
  },
  {
    operation: / \/ai\/external_pages/,
    kind: 'missing',
    at: /\/url$/,
    when: (value) => value === undefined,
    reason: 'A page without an address has no `url`, which no schema requires; those of the examples have one.',
  },
]

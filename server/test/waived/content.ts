import type { Waiver } from './waiver.ts'

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
]

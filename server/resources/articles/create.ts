import Type from 'typebox'
import { apiError } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { numberId } from '../../ids.ts'
import { described } from '../../schema/types.ts'
import { Article } from './article.ts'
import { parentFields, readFolder, readParents } from './parents.ts'
import { presentArticle } from './present.ts'
import { getDefaultLocale } from './queries.ts'
import { readSchedule, scheduleFields } from './schedule.ts'
import { readTexts, textFields } from './text-input.ts'
import { withKnownAudiences } from './text-audiences.ts'
import { assertTitle, assertTitlesOfPlan } from './title.ts'
import { addArticle } from './write.ts'
import { AUTHOR_MISSING } from './write-texts.ts'

export const createArticle = operation({
  method: 'POST',
  path: '/articles',
  group: 'Articles',
  scopes: ['read_write_articles_scope'],
  summary: 'Create an article',
  description:
    'A draft, unless `state` says otherwise. HTML is kept as far as the help center shows it; scripts, styles and ' +
    'foreign frames are left out. Nothing is published without a title, in any language.',
  body: described(
    Type.Object({ ...textFields, ...parentFields, ...scheduleFields }),
    'The article: a title and an author at least, at the top or in the default language of `translated_content`.',
  ),
  reply: Article,
  answer: 'The created article.',
  handle: async (ctx, { body }) => {
    const locale = await getDefaultLocale(ctx.db, ctx.workspaceId)
    const texts = await withKnownAudiences(ctx, readTexts(body, locale, { note: ctx.note }))
    const main = texts.get(locale) ?? {}
    if (main.author_id === undefined) throw apiError(400, 'parameter_not_found', AUTHOR_MISSING)
    assertTitle(main.title)
    const folder_id = (await readFolder(ctx, body.folder_id)) ?? null
    const times = readSchedule(ctx, { ...body, ...(main.state ? { state: main.state } : {}) }, undefined)
    if (times.scheduled_publish_at) main.state = 'draft'
    const parents = await readParents(ctx, body)
    const named = new Map([[locale, main], ...texts])
    const row = await addArticle(ctx, named, {
      parent_id: body.parent_id ? numberId(body.parent_id)! : null,
      folder_id,
      parents: parents ?? [],
      times,
    })
    assertTitlesOfPlan(row)
    return presentArticle(ctx, row, { statistics: true })
  },
})

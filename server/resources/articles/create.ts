import Type from 'typebox'
import { apiError, parameterMissing } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { numberId } from '../../ids.ts'
import { described } from '../../schema/types.ts'
import { Article } from './article.ts'
import { parentFields, readParents } from './parents.ts'
import { presentArticle } from './present.ts'
import { getArticle, getDefaultLocale } from './queries.ts'
import { enqueueSchedule, readSchedule, scheduleFields } from './schedule.ts'
import { readTexts, textFields } from './text-input.ts'
import { finishCreation } from './write.ts'
import { insertArticle, setCollections } from './write-queries.ts'
import { addText, AUTHOR_MISSING } from './write-texts.ts'

export const createArticle = operation({
  method: 'POST',
  path: '/articles',
  group: 'Articles',
  scopes: ['read_write_articles_scope'],
  summary: 'Create an article',
  description:
    'A draft, unless `state` says otherwise. HTML is kept as far as the help center shows it; scripts, styles and ' +
    'foreign frames are left out.',
  body: described(
    Type.Object({ ...textFields, ...parentFields, ...scheduleFields }),
    'The article: a title and an author at least, at the top or in the default language of `translated_content`.',
  ),
  reply: Article,
  answer: 'The created article.',
  handle: async (ctx, { body }) => {
    const locale = await getDefaultLocale(ctx.db, ctx.workspaceId)
    const texts = readTexts(body, locale, ctx.note)
    const main = texts.get(locale) ?? {}
    if (main.author_id === undefined) throw apiError(400, 'parameter_not_found', AUTHOR_MISSING)
    if (!main.title?.trim()) throw parameterMissing('title')
    const times = readSchedule(ctx, { ...body, ...(main.state ? { state: main.state } : {}) }, undefined)
    if (times.scheduled_publish_at) main.state = 'draft'
    const parents = await readParents(ctx, body)
    const id = await insertArticle(ctx.db, {
      workspace_id: ctx.workspaceId,
      parent_id: body.parent_id ? numberId(body.parent_id)! : null,
      ...times,
      created_by_id: ctx.actor.adminId,
      updated_by_id: ctx.actor.adminId,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    await addText(ctx, id, locale, main)
    for (const [other, text] of texts)
      if (other !== locale) await addText(ctx, id, other, { author_id: main.author_id, ...text })
    await setCollections(ctx.db, ctx.workspaceId, id, parents ?? [])
    await enqueueSchedule(ctx, id, times)
    const row = await getArticle(ctx.db, ctx.workspaceId, id)
    await finishCreation(ctx, row)
    return presentArticle(ctx, row, { statistics: true })
  },
})

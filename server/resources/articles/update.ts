import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { numberId } from '../../ids.ts'
import { described } from '../../schema/types.ts'
import { Article } from './article.ts'
import { parentFields, readFolder, readParents } from './parents.ts'
import { mainContent, presentArticle } from './present.ts'
import { lockArticle } from './queries.ts'
import { enqueueSchedule, readSchedule, scheduleFields } from './schedule.ts'
import { readTexts, textFields } from './text-input.ts'
import { withKnownAudiences } from './text-audiences.ts'
import { assertTitlesOfPlan } from './title.ts'
import { applyTexts, finish } from './write.ts'
import { setCollections } from './write-queries.ts'

export const updateArticle = operation({
  method: 'PUT',
  path: '/articles/{article_id}',
  group: 'Articles',
  scopes: ['read_write_articles_scope'],
  summary: 'Update an article',
  description:
    'Fields that are not sent stay as they are, and so do languages. A change to a published article is live at once, ' +
    'unless a draft of it waits already: then it goes there, until `state` is sent. Nothing is published without a ' +
    'title, in any language.',
  params: Type.Object({ article_id: Type.String() }),
  body: described(Type.Object({ ...textFields, ...parentFields, ...scheduleFields }), 'The changes to the article.'),
  reply: Article,
  answer: 'The changed article.',
  handle: async (ctx, { params, body }) => {
    const folder_id = await readFolder(ctx, body.folder_id)
    const row = await lockArticle(ctx.db, ctx.workspaceId, params.article_id)
    const main = mainContent(row)
    const others = row.contents.map(({ locale }) => locale)
    const texts = await withKnownAudiences(ctx, readTexts(body, main.locale, { note: ctx.note, others }))
    const times = readSchedule(ctx, body, row)
    const isPlanned = Boolean(times.scheduled_publish_at)
    if (isPlanned) for (const text of texts.values()) delete text.state
    const parents = await readParents(ctx, body)
    await applyTexts(ctx, row, texts, isPlanned)
    if (parents) await setCollections(ctx.db, ctx.workspaceId, row.id, parents)
    await enqueueSchedule(ctx, row.id, times)
    const parent = parents ? { parent_id: body.parent_id ? numberId(body.parent_id)! : null } : {}
    const folder = folder_id === undefined ? {} : { folder_id }
    const after = await finish(ctx, row, { ...times, ...parent, ...folder })
    assertTitlesOfPlan(after)
    return presentArticle(ctx, after, { statistics: true })
  },
})

/** Publishes an article, or makes it a draft, when the planned time has come. The row decides; a moved plan is put off. */
import { act } from '../../queue/act.ts'
import type { Task } from '../../queue/task.ts'
import { enqueueSchedule } from './schedule.ts'
import { findArticleToChange } from './queries.ts'
import { isTitled } from './title.ts'
import { applyTexts, finish } from './write.ts'

interface Payload {
  workspace_id: number
  article_id: number
}

export const changeArticleState: Task = {
  name: 'change_article_state',
  run: (deps, { workspace_id, article_id }: Payload) =>
    act(deps, workspace_id, async (ctx) => {
      const row = await findArticleToChange(ctx.db, workspace_id, article_id)
      const due = row?.scheduled_publish_at ?? row?.scheduled_unpublish_at
      if (!row || !due) return
      if (due > ctx.now) return enqueueSchedule(ctx, row.id, row)
      const state = row.scheduled_publish_at ? ('published' as const) : ('draft' as const)
      // A plan may be older than the rule that all of its languages have a title.
      const texts = row.contents.filter((content) => state === 'draft' || isTitled(row, content))
      await applyTexts(ctx, row, new Map(texts.map(({ locale }) => [locale, { state }])))
      await finish(ctx, row, { scheduled_publish_at: null, scheduled_unpublish_at: null })
    }),
}

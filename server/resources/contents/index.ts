/**
 * Content of every kind together: articles, internal articles, snippets and external pages. `search.ts` asks the index
 * of content (`server/content/index`); `bulk/` hands many of them to the worker.
 */
import { runBulkAction } from './bulk/run.ts'
import { searchContents } from './search.ts'

export const contents = [searchContents, runBulkAction]

/** Newsfeeds: where news is shown. */
import { createNewsfeed } from './create.ts'
import { deleteNewsfeed } from './delete.ts'
import { getNewsfeed } from './get.ts'
import { listNewsfeeds } from './list.ts'
import { updateNewsfeed } from './update.ts'

export const newsfeedSettings = [listNewsfeeds, getNewsfeed, createNewsfeed, updateNewsfeed, deleteNewsfeed]

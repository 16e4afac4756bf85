/** Newsfeeds: where news is shown. Each is for an audience of its own. */
import { getNewsfeed } from './get.ts'
import { listNewsfeeds } from './list.ts'
import { newsfeedSettings } from './settings/index.ts'

export const newsfeeds = [listNewsfeeds, getNewsfeed, ...newsfeedSettings]

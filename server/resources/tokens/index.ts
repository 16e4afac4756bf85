/** Access tokens: how a client shows which workspace and admin it acts for. */
import { tokenSettings } from './settings/index.ts'

export const tokens = [...tokenSettings]

/** The workspace itself: its name, its time zone, the version that it answers in. */
import { getWorkspaceSettings } from './get.ts'
import { updateWorkspaceSettings } from './update.ts'

export const workspaceSettings = [getWorkspaceSettings, updateWorkspaceSettings]

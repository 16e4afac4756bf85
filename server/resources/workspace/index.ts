/** The workspace itself: its name, time zone and default version. */
import { workspaceSettings } from './settings/index.ts'

export const workspace = [...workspaceSettings]

/**
 * The settings API: what a workspace sets of itself, under `/parley`. It is Parley's own and has no
 * versions: whatever `Intercom-Version` says, it answers in its one form.
 */
import type { FastifyInstance } from 'fastify'
import type { Access } from '../http/auth.ts'
import { apiError } from '../http/errors.ts'
import { mount, type MountDeps } from '../http/mount.ts'
import { settings } from './index.ts'

export const mountSettings = (app: FastifyInstance, deps: MountDeps): void =>
  mount(app, settings, { ...deps, only: deps.history.newest, admit })

/** Whoever may set things may make admins and tokens: a script's token may not. */
function admit(access: Access): void {
  if (!access.settings)
    throw apiError(403, 'forbidden', 'You do not have the required scope (settings) to access this resource')
}

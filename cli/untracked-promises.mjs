/**
 * Loads Node's test runner so that it does not follow each promise. It would tell by them which test an error that
 * nobody caught belongs to, for an eighth of the suite's processor time. Such an error fails the run instead
 * (test-reporter.mjs).
 *
 * `trackPromises` is createHook's own option; the runner offers no way to pass it.
 */
import asyncHooks from 'node:async_hooks'

const { createHook } = asyncHooks
asyncHooks.createHook = (callbacks) => createHook({ ...callbacks, trackPromises: false })
await import('node:test')
asyncHooks.createHook = createHook

/**
 * Tells whoever reads the outbox within this process that a workspace has committed a write, so that they need not
 * wait until they look the next time. Readers in other processes poll.
 */
export interface Bell {
  ring(workspaceId: number): void
  /** @returns ends the subscription */
  listen(listener: (workspaceId: number) => void): () => void
}

export function createBell(): Bell {
  const listeners = new Set<(workspaceId: number) => void>()
  return {
    ring(workspaceId) {
      for (const listener of listeners) listener(workspaceId)
    },
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** The purpose that a webhook's secret is sealed for (secrets.ts): copied to another webhook, it does not open. */
export const sealFor = (workspaceId: number, webhookId: number): string => `webhook ${workspaceId} ${webhookId}`

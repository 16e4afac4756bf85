/** The captured payloads that nothing here can be held against, and the reason: mostly a group that is not served yet. */

interface Group {
  reason: string
  ids: string[]
}

const ids = (text: string) => text.trim().split(/\s+/)

export const NOT_STANDING: Group[] = [
  { reason: 'requests are not told to webhooks yet', ids: ids('H-api.request.completed R22') },
  { reason: 'admins do not log in yet: there is no inbox', ids: ids('H-admin.logged_in') },
  { reason: 'collections and sections of 2020 were those of 2.1', ids: ids('R07 R08') },
  {
    reason:
      'no series, tour or survey is sent, no click, opening or completion is measured, and a kind without rows has no file',
    ids: ids('R27 R28 R31 R32 R33 R34 R36 R38'),
  },
  { reason: 'OAuth is not served yet', ids: ids('R58') },
  { reason: 'the MCP server is not there yet', ids: ids('R60 R61') },
  { reason: 'a workspace has no plan that could refuse it', ids: ids('R11 R65') },
  { reason: 'a contact is deleted in the request that says so: none waits for it', ids: ids('R69') },
  { reason: 'users of 1.x are contacts here', ids: ids('R66 R79') },
  { reason: 'nothing stands in front of the API that answers in HTML', ids: ids('R80') },
]

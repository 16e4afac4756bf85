import { version } from './history.ts'

export default version('Preview', {
  preview: true,
  aliases: ['Unstable'],
  adds: { fields: { contact: ['formatted_phone'] } },
  changes: [
    {
      name: 'SearchTimestampsExactly',
      note: 'Searches of contacts compare built-in timestamps to the second, no longer by whole days of the workspace.',
    },
  ],
})

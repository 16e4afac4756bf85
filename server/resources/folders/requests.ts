import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /folders': {},
  'GET /folders/{}': {},
  'POST /folders': {
    needs: ['a folder'],
    body: ({ 'a folder': { id } }, { unique }) => ({
      folder: { name: unique('folder'), description: unique('words'), emoji: '📚', parent_folder_id: id },
    }),
  },
  'PUT /folders/{}': {
    body: (_, { unique }) => ({
      folder: { name: unique('folder'), description: unique('words'), emoji: '📖', parent_folder_id: null },
    }),
  },
  'DELETE /folders/{}': { fresh: ['a folder'] },
} satisfies Record<string, Sample>

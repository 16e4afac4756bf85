/** State of modules, and imports that run upward, each with its reason. Nothing else is. */

export const STATE: Record<string, string> = {
  'db/build.ts casts': 'types of parameters by the text of a statement: bounded by the statements of the code',
  'db/pool.ts fragment': 'builds fragments and never connects',
  'db/rows.ts shapes': 'functions that make a row, by the names of its columns: bounded, and the same for all',
  'docs/documents.ts texts': 'the documents of the versions, which the code alone decides: one a version',
  'docs/examples.ts recorded': 'a file of the project, read when it is first asked for',
  'docs/mount.ts documents': 'documents by version and address of the server: bounded',
  'docs/mount.ts read': 'files of the reference, by their names, which are three',
  'docs/scalar.ts script': 'a script of a package, read when it is first asked for',
  'hours/offsets.ts formats': 'formats by time zone, of which Intl knows some hundreds',
  'http/asset.ts asset': 'a page or script that is the same for all, zipped when it is first asked for',
  'http/encode.ts bytes': 'a buffer that each answer is written on in one go: none waits amid its writing',
  'http/early-answers.ts answeredEarly': 'connections, each for as long as it lives: nothing else keeps them',
  'http/malformed.ts refused': 'connections, each for as long as it lives: nothing else keeps them',
  'http/request-id.ts drawn': 'random bytes of the next ids, each used once',
  'http/request-id.ts used': 'where the random bytes of the next ids begin, each used once',
  'http/perform.ts checks': 'compiled schemas, which the code alone decides, by operation',
  'http/validate.ts bodies': 'the validator keeps the schemas that it compiled, which the code alone decides',
  'http/validate.ts compiled': 'checks by the text of their schema, which the code alone decides',
  'http/validate.ts texts': 'the validator keeps the schemas that it compiled, which the code alone decides',
  'ids.ts counter': 'ids of one process must differ',
  'ids.ts fixed': 'the ids that one piece of work gives, kept for as long as it runs',
  'resources/auth-tokens/access-token.ts kept': 'access tokens by their sealed credentials, until they expire: bounded',
  'resources/data-events/submit.ts queues': 'events that wait for the write that is under way, by database',
  'versions/index.ts history': 'keeps what it compiled for a version, which the code alone decides',
  'outgoing/addresses.ts special': 'a table that is filled while the module is read',
  'outgoing/addresses.ts global': 'a table that is filled while the module is read',
  'outgoing/addresses.ts loopback': 'a table that is filled while the module is read',
  'outgoing/addresses.ts own': 'a table that is filled while the module is read',
}

export const UPWARD: Record<string, string> = {}

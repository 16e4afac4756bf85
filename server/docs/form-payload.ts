/** The example of a form as bytes. Its first field is the file. */
export async function formPayload(fields: Record<string, string>) {
  const form = new FormData()
  for (const [at, [name, value]] of Object.entries(fields).entries())
    form.set(name, at === 0 ? new File([value], `${name}.json`, { type: 'application/json' }) : value)
  const response = new Response(form)
  return {
    headers: { 'content-type': response.headers.get('content-type')! },
    payload: Buffer.from(await response.arrayBuffer()),
  }
}

// Offers articles while somebody types into a search field. Without it the form leads to the page of results.
const WAIT_MS = 120

for (const form of document.querySelectorAll('form[data-suggest]')) {
  const input = form.elements.q
  const list = document.createElement('ul')
  list.id = `${input.id}-suggestions`
  list.className = 'suggestions'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', input.getAttribute('aria-label'))
  list.hidden = true
  form.append(list)
  const attributes = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
    'aria-expanded': 'false',
  }
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value)

  let timer
  let asked = ''
  let chosen = -1

  const options = () => [...list.querySelectorAll('[role=option]')]

  function show(isShown) {
    list.hidden = !isShown
    input.setAttribute('aria-expanded', String(isShown))
    if (!isShown) choose(-1)
  }

  function choose(at) {
    chosen = at
    for (const [index, option] of options().entries()) option.setAttribute('aria-selected', String(index === at))
    const option = options()[at]
    if (option) {
      input.setAttribute('aria-activedescendant', option.id)
      option.scrollIntoView({ block: 'nearest' })
    } else input.removeAttribute('aria-activedescendant')
  }

  function write({ articles, none }) {
    list.replaceChildren(
      ...articles.map(({ address, title }, index) => {
        const option = document.createElement('li')
        option.id = `${list.id}-${index}`
        option.setAttribute('role', 'option')
        option.setAttribute('aria-selected', 'false')
        option.dataset.address = address
        for (const { type, text } of title) {
          const part = document.createElement(type === 'highlight' ? 'mark' : 'span')
          part.textContent = text
          option.append(part)
        }
        return option
      }),
    )
    if (articles.length === 0) {
      const line = document.createElement('li')
      line.className = 'none'
      line.setAttribute('role', 'option')
      line.setAttribute('aria-disabled', 'true')
      line.textContent = none
      list.append(line)
    }
    choose(-1)
    show(true)
  }

  async function ask() {
    const text = input.value.trim()
    if (text === asked) return show(text !== '' && list.childElementCount > 0)
    asked = text
    if (text === '') return show(false)
    const reply = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(text)}`).catch(() => undefined)
    // A later question may have been answered first. Without an answer the form still works.
    if (!reply?.ok || text !== asked) return
    const found = await reply.json()
    if (text === asked && document.activeElement === input) write(found)
  }

  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(ask, WAIT_MS)
  })
  input.addEventListener('focus', () => {
    if (input.value.trim() !== '') ask()
  })
  input.addEventListener('blur', () => show(false))
  input.addEventListener('keydown', (event) => {
    const count = list.hidden ? 0 : options().filter((option) => option.dataset.address).length
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault()
      show(false)
    } else if (count > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      choose(((chosen + 1 + step + count + 1) % (count + 1)) - 1)
    } else if (event.key === 'Enter' && chosen >= 0 && count > 0) {
      event.preventDefault()
      location.assign(options()[chosen].dataset.address)
    }
  })
  // Before the field loses the focus, which would close the list.
  list.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const address = event.target.closest('[data-address]')?.dataset.address
    if (address) location.assign(address)
  })
}

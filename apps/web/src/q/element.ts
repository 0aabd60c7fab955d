// Elements made in code: a tag, its attributes, its children.

type Child = Node | string | null | undefined | false
type Attributes = Readonly<Record<string, string | boolean | ((event: Event) => void) | undefined>>

/** @param attributes a function under `onclick` and the like listens; true sets an attribute without value; false and undefined leave it out. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value)
    else if (value === true) made.setAttribute(name, '')
    else if (typeof value === 'string') made.setAttribute(name, value)
  }
  for (const child of children) if (child !== null && child !== undefined && child !== false) made.append(child)
  return made
}

/** Puts these in the place of whatever the page showed, and moves a reader's place to the top of it. */
export function show(...children: readonly Child[]): void {
  const page = document.getElementById('q')
  if (!page) return
  page.textContent = ''
  for (const child of children) if (child !== null && child !== undefined && child !== false) page.append(child)
  page.removeAttribute('aria-busy')
  window.scrollTo(0, 0)
}

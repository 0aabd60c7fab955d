// The structure of a page 页面结构: headings, columns, fields and buttons with their boxes. Runs inside the page; what repeats is told once.

/** A box in CSS pixels of the page, on a grid of eight. */
export interface Piece {
  readonly kind: 'heading' | 'part' | 'table' | 'column' | 'field' | 'button' | 'tab' | 'fact' | 'list' | 'empty'
  /** What the page calls it, without digits; empty where that is the day's: in titles of records and in rows. */
  readonly label: string
  readonly x: number
  readonly width: number
  readonly height: number
}

/** Everything a reader sees of the structure, in the order of the document. The function is sent into the page: it may name nothing outside itself. */
export function outlineOf(): readonly Piece[] {
  const grid = (pixels: number): number => Math.round(pixels / 8) * 8
  const kinds: readonly (readonly [Piece['kind'], string])[] = [
    ['empty', '.hq-empty'],
    ['heading', 'h1, h2, h3'],
    ['tab', '[role=tab]'],
    ['table', 'table'],
    ['column', 'thead th'],
    ['field', 'input:not([type=hidden]), select, textarea, [role=combobox]'],
    ['button', 'button:not(.hq-reference, thead button), summary, a.hq-link-button, a.hq-quiet-button, a.hq-big, a.hq-more'],
    ['fact', 'dt'],
    ['list', 'ul, ol, tbody, .hq-cards'],
    ['part', 'section, form, fieldset, aside, dialog[open]'],
  ]
  const all = kinds.map(([, selector]) => selector).join(', ')
  const labelOf = (element: Element): string => {
    if (element.matches('table, section, form, aside, ul, ol, dialog')) return element.getAttribute('aria-label') ?? ''
    if (element.matches('tbody, .hq-cards')) return ''
    if (element.matches('fieldset')) return element.querySelector('legend')?.textContent ?? ''
    const labels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement ? element.labels : null
    return element.getAttribute('aria-label') ?? (labels?.[0] ?? element).textContent
  }
  // of things that repeat the first stands for all: how many there are is the day's
  const isRepeated = (element: Element): boolean => {
    for (let at: Element | null = element; at && at.tagName !== 'MAIN'; at = at.parentElement) {
      const before = at.previousElementSibling
      if (before && at.matches('tr, li, .hq-cards > *') && at.tagName === before.tagName && !at.closest('thead')) return true
    }
    return false
  }
  const pieces: Piece[] = []
  for (const element of document.querySelectorAll(`main :is(${all}), dialog[open], dialog[open] :is(${all})`)) {
    const kind = kinds.find(([, selector]) => element.matches(selector))?.[0]
    const { x, width, height } = element.getBoundingClientRect()
    if (!kind || width < 2 || height < 2 || isRepeated(element) || !element.checkVisibility({ visibilityProperty: true })) continue
    const isText = kind === 'heading' || kind === 'fact' || kind === 'list' || kind === 'part' || kind === 'table' || kind === 'empty'
    const isData = element.matches('h1') || element.closest('main li, main tbody tr, main .hq-cards > *') !== null
    const label = isData ? '' : labelOf(element).replace(/[\s\d]+/g, ' ').trim().slice(0, 24)
    pieces.push({ kind, label, x: grid(x + scrollX), width: grid(width), height: isText ? 0 : grid(height) })
  }
  return pieces
}

// What is poor on a page 看得出的毛病: cut, overlapping, too small for a thumb, too pale, in the wrong language. Runs inside the page.

/** A line for each thing, with what it was seen on. The function is sent into the page: it may name nothing outside itself. */
export function poorOf({ phone, locale }: { phone: boolean; locale: 'zh' | 'en' }): readonly string[] {
  const said: string[] = []
  const name = (element: Element): string => {
    const text = (element.getAttribute('aria-label') ?? element.textContent).replace(/\s+/g, ' ').trim().slice(0, 30)
    return `${element.tagName.toLowerCase()}${[...element.classList].map((one) => `.${one}`).slice(0, 2).join('')} “${text}”`
  }
  const isSeen = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect()
    return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest('.hq-hidden, .hq-skip')
  }
  const scrolls = (element: Element): boolean => {
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true
    return false
  }
  const tell = (fault: string): void => void (said.includes(fault) || said.push(fault))

  if (document.documentElement.scrollWidth > innerWidth) tell(`scrolls sideways: ${document.documentElement.scrollWidth} in ${innerWidth}`)

  const spoken = [...document.querySelectorAll('body *')].filter((element) => isSeen(element) && [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()))
  for (const element of spoken) {
    const style = getComputedStyle(element)
    const isDense = element.closest('td, .hq-top-search, .ant-select') !== null
    if (!isDense && style.overflowX !== 'visible' && !/auto|scroll/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1) tell(`cut: ${name(element)}`)
    const { right, left } = element.getBoundingClientRect()
    if ((right > innerWidth + 1 || left < -1) && !scrolls(element)) tell(`outside the window: ${name(element)}`)
  }

  const pressed = [...document.querySelectorAll('a, button, input, select, textarea, summary, [role=button], [role=tab]')].filter(isSeen)
  const boxOf = (element: Element): DOMRect => (element.matches('input[type=checkbox], input[type=radio]') ? (element.closest('label') ?? element) : (element.closest('.ant-select, .ant-picker, .ant-input-number, .ant-input-affix-wrapper') ?? element)).getBoundingClientRect()
  const floats = (element: Element): boolean => {
    for (let at: Element | null = element; at; at = at.parentElement) if (/fixed|sticky|absolute/.test(getComputedStyle(at).position) && !at.matches('input')) return true
    return false
  }
  const standing = pressed.filter((element) => element.closest('main') && !floats(element))
  const touch = (a: DOMRect, b: DOMRect): boolean => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 4 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4
  for (const [at, one] of standing.entries()) {
    const boxes = [...one.getClientRects()]
    for (const other of standing.slice(at + 1)) {
      if (one.contains(other) || other.contains(one) || one.closest('label, .ant-select') === (other.closest('label, .ant-select') ?? 0)) continue
      if (!touch(one.getBoundingClientRect(), other.getBoundingClientRect())) continue
      // a link that runs over two lines has a box on each
      if ([...other.getClientRects()].some((b) => boxes.some((a) => touch(a, b)))) tell(`overlap: ${name(one)} and ${name(other)}`)
    }
  }

  const small = new Map<string, string[]>()
  for (const element of phone ? pressed : []) {
    const { height, width } = boxOf(element)
    const isInText = element.matches('a') && getComputedStyle(element).display === 'inline'
    if (isInText || (height > 43 && width > 24)) continue
    const kind = name(element).replace(/ “.*/, '')
    small.set(kind, [...(small.get(kind) ?? []), `${Math.round(width)} × ${Math.round(height)} ${name(element).slice(kind.length)}`])
  }
  for (const [kind, [first, ...more]] of small) tell(`small for a thumb: ${kind} ${first}${more.length > 0 ? ` and ${more.length} more` : ''}`)

  const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const shades = new Map<string, readonly number[]>()
  const shadeOf = (colour: string): readonly number[] => {
    const known = shades.get(colour)
    if (known || !brush) return known ?? [0, 0, 0, 0]
    brush.clearRect(0, 0, 1, 1)
    brush.fillStyle = colour
    brush.fillRect(0, 0, 1, 1)
    const [r = 0, g = 0, b = 0, a = 0] = brush.getImageData(0, 0, 1, 1).data
    shades.set(colour, [r, g, b, a / 255])
    return shades.get(colour) ?? []
  }
  const lightOf = (shade: readonly number[]): number => {
    const [r = 0, g = 0, b = 0] = shade.slice(0, 3).map((value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const groundOf = (element: Element): readonly number[] | undefined => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const style = getComputedStyle(at)
      const shade = shadeOf(style.backgroundColor)
      if (style.backgroundImage !== 'none' || Number(style.opacity) < 1) return undefined
      if ((shade[3] ?? 0) > 0.99) return shade
      if ((shade[3] ?? 0) > 0.01) return undefined
    }
    return undefined
  }
  for (const element of spoken) {
    if (element.closest('[disabled], [aria-disabled=true], option')) continue
    const style = getComputedStyle(element)
    const [ground, ink] = [groundOf(element), shadeOf(style.color)]
    if (!ground || (ink[3] ?? 0) < 0.99) continue
    const [light = 0, dark = 0] = [lightOf(ground), lightOf(ink)].toSorted((a, b) => b - a)
    const isLarge = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700)
    const contrast = (light + 0.05) / (dark + 0.05)
    if (contrast < (isLarge ? 3 : 4.5)) tell(`pale, ${contrast.toFixed(1)} : 1: ${name(element)}`)
  }

  // names of rows are the office's own; what the program says is not
  if (locale === 'en')
    for (const element of document.querySelectorAll('thead th, dt, legend, label:not(.hq-chip), summary, .hq-rail-nav a, .hq-bottom a, [role=tab]'))
      if (isSeen(element) && /[㐀-鿿]/.test(element.textContent)) tell(`Chinese in English: ${name(element)}`)

  for (const empty of document.querySelectorAll('main .hq-empty')) if (empty.textContent.trim().length < 12 && empty.querySelector('a, button') === null) tell(`empty without a hint: ${name(empty)}`)
  return said
}

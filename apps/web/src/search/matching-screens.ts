// Screens that answer to what was typed: by their title in either language, its pinyin or its initials.

export interface NamedScreen {
  readonly path: string
  /** As declared, in Chinese. */
  readonly title: string
  /** As the reader sees it. */
  readonly name: string
}

/** @param readings syllables by title, apart by blanks. @returns the closest first: begun with what was typed, then holding it. */
export function matchingScreens<S extends NamedScreen>({ screens, q, readings }: { screens: readonly S[]; q: string; readings: Readonly<Record<string, string>> }): readonly S[] {
  const typed = q.toLowerCase().replace(/\s+/g, '')
  if (typed === '') return []
  return screens
    .map((screen) => ({ screen, at: placeOf(screen, typed, readings[screen.title] ?? '') }))
    .filter(({ at }) => at < Infinity)
    .toSorted((a, b) => a.at - b.at)
    .map(({ screen }) => screen)
}

/** How far behind the beginning of any of its names; Infinity for none. */
function placeOf({ title, name }: NamedScreen, typed: string, reading: string): number {
  const syllables = reading.split(' ')
  const texts = [title, name.toLowerCase().replace(/\s+/g, ''), syllables.join(''), syllables.map((syllable) => syllable[0] ?? '').join('')]
  return Math.min(...texts.map((text) => text.indexOf(typed)).filter((at) => at >= 0), Infinity)
}

// 常用语: words people use for what is broken, by category; one tap fills in the sentence and the category at once.
import { useSay } from '@houqin/web-kit'
import type { Ref, WireRow } from '@houqin/web-kit'
import { useState } from 'react'
import type { ReactNode } from 'react'

export interface CategoryWords extends Ref {
  readonly words: readonly string[]
  readonly keywords: string
}
export function categoryWords(row: WireRow): CategoryWords {
  const lines = (value: unknown): string => (typeof value === 'string' ? value : '')
  return { id: row.id, name: row.name, words: lines(row['quickWords']).split('\n').map((word) => word.trim()).filter(Boolean), keywords: lines(row['keywords']) }
}

/** What most people report, the first word of each category. */
const common = 'common'
const mostCommon = 9

export function QuickWords({ categories, chosen, onCategory, onWord }: {
  categories: readonly CategoryWords[]
  /** The category of the report; chosen by hand, by a word, or found by what was typed. */
  chosen: string | undefined
  onCategory: (category: Ref) => void
  onWord: (word: string, category: Ref) => void
}): ReactNode {
  const say = useSay()
  const [open, setOpen] = useState(common)
  const shown = categories.find(({ id }) => id === open)
  const words = shown
    ? shown.words.map((word) => ({ word, category: shown }))
    : categories.flatMap((category) => (category.words[0] ? [{ word: category.words[0], category }] : [])).slice(0, mostCommon)
  return (
    <div className="sd-quick">
      <fieldset className="hq-set sd-quick-categories" aria-label={say('类别', 'Category')}>
        <button type="button" aria-pressed={open === common} onClick={() => setOpen(common)}>
          {say('常见', 'Common')}
        </button>
        {categories.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            aria-pressed={open === id}
            data-chosen={chosen === id ? '' : undefined}
            onClick={() => {
              setOpen(id)
              onCategory({ id, name })
            }}
          >
            {name}
          </button>
        ))}
      </fieldset>
      <fieldset className="hq-set sd-quick-words" aria-label={say('常用语', 'Quick words')}>
        {words.map(({ word, category }) => (
          <button key={`${category.id}${word}`} type="button" onClick={() => onWord(word, { id: category.id, name: category.name })}>
            {word}
          </button>
        ))}
      </fieldset>
    </div>
  )
}

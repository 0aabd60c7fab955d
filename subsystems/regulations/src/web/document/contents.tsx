// 目录: the parts, chapters and sections of a text, and a jump to an article by its number.
import { useSay } from '@houqin/web-kit'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ShownArticle } from '../../contract/index.ts'

export function Contents({ articles, onOpen }: { articles: readonly ShownArticle[]; onOpen: (article: string) => void }): ReactNode {
  const say = useSay()
  const [open, setOpen] = useState(() => matchMedia('(min-width: 768px)').matches)
  const heads = articles.filter(({ part, chapter }, at) => {
    const before = articles[at - 1]
    return (chapter ?? part) !== null && (before?.chapter !== chapter || before.part !== part)
  })
  return (
    <aside className="hq-panel" aria-label={say('目录', 'Contents')}>
      <label className="hq-stack">
        {say('到第几条', 'Go to article')}
        <select className="hq-native" defaultValue="" onChange={({ target }) => onOpen(target.value)}>
          <option value="" disabled>
            {say('选条号', 'Choose')}
          </option>
          {articles.map(({ id, number }) => (
            <option key={id} value={id}>
              {number}
            </option>
          ))}
        </select>
      </label>
      {heads.length > 0 && (
        <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>{say('目录', 'Contents')}</summary>
          <ol className="rg-contents">
            {heads.map(({ id, part, chapter, number }) => (
              <li key={id}>
                <button type="button" className="hq-plain" onClick={() => onOpen(id)}>
                  {chapter ?? part} <span className="hq-secondary hq-small">{number}</span>
                </button>
              </li>
            ))}
          </ol>
        </details>
      )}
    </aside>
  )
}

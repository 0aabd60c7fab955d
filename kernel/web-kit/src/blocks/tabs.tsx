// Tabs: what hangs on a thing, one at a time. Arrow keys move between them.
import { useId, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'

export interface Tab {
  readonly key: string
  readonly title: string
  readonly body: () => ReactNode
}

export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }): ReactNode {
  const id = useId()
  const [chosen, setChosen] = useState(tabs[0]?.key)
  const at = Math.max(0, tabs.findIndex(({ key }) => key === chosen))
  const current = tabs[at]
  if (!current) return null
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    const next = tabs[(at + step + tabs.length) % tabs.length]
    if (!next) return
    setChosen(next.key)
    document.getElementById(`${id}-${next.key}`)?.focus()
  }
  return (
    <div>
      <div role="tablist" aria-label={label} className="hq-tabs">
        {tabs.map(({ key, title }) => (
          <button
            key={key}
            id={`${id}-${key}`}
            type="button"
            role="tab"
            aria-selected={key === current.key}
            aria-controls={`${id}-body`}
            tabIndex={key === current.key ? 0 : -1}
            onClick={() => setChosen(key)}
            onKeyDown={move}
          >
            {title}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-body`} aria-labelledby={`${id}-${current.key}`} key={current.key}>
        {current.body()}
      </div>
    </div>
  )
}

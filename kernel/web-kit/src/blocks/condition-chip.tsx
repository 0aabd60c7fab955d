// A condition as a chip 条件: said in words, changed by pressing it where it can be, taken away by its cross.
import type { ReactNode } from 'react'
import { useSay } from '../words/words.tsx'
import './condition-chip.css'

export function ConditionChip({ text, onEdit, onRemove }: { text: string; onEdit?: () => void; onRemove: () => void }): ReactNode {
  const say = useSay()
  return (
    <span className="hq-condition">
      {onEdit ? (
        <button type="button" className="hq-plain" onClick={onEdit}>
          {text}
        </button>
      ) : (
        <span>{text}</span>
      )}
      <button type="button" className="hq-plain" aria-label={say(`去掉条件 ${text}`, `Remove the condition ${text}`)} onClick={onRemove}>
        ×
      </button>
    </span>
  )
}

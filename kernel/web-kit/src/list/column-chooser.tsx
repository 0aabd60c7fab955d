// Which columns a table shows; kept in the address with the rest of the view.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Sheet } from '../blocks/sheet.tsx'
import { useSay } from '../words/words.tsx'
import type { Column } from './derived-list.tsx'
import type { ListView } from './list-view.ts'

export function ColumnChooser({ source, view, onChange, onClose }: {
  source: { readonly columns: readonly Pick<Column<never>, 'key' | 'title' | 'usual'>[] }
  view: ListView
  onChange: (view: ListView) => void
  onClose: () => void
}): ReactNode {
  const say = useSay()
  const shown = view.columns ?? source.columns.filter(({ usual }) => usual).map(({ key }) => key)
  return (
    <Sheet title={say('显示的列', 'Columns')} onClose={onClose}>
      <div className="hq-columns">
        {source.columns.map(({ key, title }, place) => (
          <label key={key} className="hq-row">
            <input
              type="checkbox"
              checked={shown.includes(key)}
              // The first column carries the link that opens the row.
              disabled={place === 0}
              onChange={({ target }) =>
                onChange({ ...view, columns: source.columns.map((column) => column.key).filter((other) => (other === key ? target.checked : shown.includes(other))) })
              }
            />
            {title}
          </label>
        ))}
      </div>
      <div className="hq-form-foot">
        <Button type="primary" onClick={onClose}>
          {say('好', 'Done')}
        </Button>
        <Button onClick={() => onChange({ ...view, columns: null })}>{say('恢复原样', 'As declared')}</Button>
      </div>
    </Sheet>
  )
}

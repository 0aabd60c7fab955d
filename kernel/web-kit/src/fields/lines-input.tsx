// Child rows of a form, such as the materials of a repair: added, filled in and removed one by one.
import type { Lines } from '@houqin/define'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { lineIssueKey } from '../api/problem.ts'
import { useNames, useSay } from '../words/words.tsx'
import { entriesOf } from './entries.ts'
import type { Entries } from './entries.ts'
import { FieldRow } from './field-input.tsx'
import { LinesFromSheet } from './lines-from-sheet.tsx'

export function LinesInput({ set, declared, rows, onChange, issues, owner }: {
  set: string
  declared: Lines
  rows: readonly Entries[]
  onChange: (rows: readonly Entries[]) => void
  issues: Readonly<Record<string, string>>
  owner: string
}): ReactNode {
  const say = useSay()
  const names = useNames()
  const title = names.of(declared)
  const [brought, setBrought] = useState<readonly Entries[]>([])
  // a line somebody has changed by hand since is his
  const left = brought.filter((line) => rows.includes(line))
  return (
    <section className="hq-stack" aria-label={title} data-field={set}>
      <h3>{title}</h3>
      <LineIssue says={issues[set]} />
      {rows.map((row, place) => (
        <fieldset key={place} className="hq-panel" aria-label={`${title} ${place + 1}`} data-field={lineIssueKey({ set, place })}>
          <LineIssue says={issues[lineIssueKey({ set, place })]} />
          <div className="hq-form">
            {Object.entries(declared.fields).map(([name, field]) => (
              <FieldRow
                key={name}
                name={lineIssueKey({ set, place, name })}
                field={field}
                owner={owner}
                entry={row[name] ?? ''}
                issue={issues[lineIssueKey({ set, place, name })]}
                onChange={(entry) => onChange(rows.map((other) => (other === row ? { ...row, [name]: entry } : other)))}
              />
            ))}
          </div>
          <Button size="small" type="text" onClick={() => onChange(rows.filter((other) => other !== row))}>
            {say('去掉这一行', 'Remove this line')}
          </Button>
        </fieldset>
      ))}
      <div className="hq-row">
        <Button onClick={() => onChange([...rows, entriesOf(declared.fields)])}>{say(`添加${title}`, `Add to ${title}`)}</Button>
        {isReckoned(declared) && (
          <LinesFromSheet
            set={set}
            declared={declared}
            owner={owner}
            onLines={(lines) => {
              setBrought(lines)
              onChange([...rows, ...lines])
            }}
          />
        )}
        {left.length > 0 && (
          <Button
            type="text"
            onClick={() => {
              onChange(rows.filter((row) => !left.includes(row)))
              setBrought([])
            }}
          >
            {say(`撤销导入的 ${left.length} 行`, `Take the ${left.length} imported lines out`)}
          </Button>
        )}
      </div>
    </section>
  )
}

/** What is wrong with a whole line, or with all of them. */
export function LineIssue({ says }: { says: string | undefined }): ReactNode {
  if (says === undefined) return null
  return (
    <p className="hq-field-issue" role="alert">
      {says}
    </p>
  )
}

/** Lists with figures are what offices keep as sheets; one of names alone is chosen faster than it is typed. */
function isReckoned({ fields }: Lines): boolean {
  return Object.values(fields).some(({ kind }) => kind === 'int' || kind === 'decimal')
}

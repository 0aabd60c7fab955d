// The derived page of one row: facts left, history right, tabs for what points to it, edited in place.
import type { Fields, Register } from '@houqin/define'
import type { LinkCount, WireRow, WireValue, WireValues } from '@houqin/wire'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useCan } from '../api/me.ts'
import { linksQuery, rowQuery } from '../api/queries.ts'
import { Fault } from '../blocks/error-boundary.tsx'
import { FactList } from '../blocks/fact-list.tsx'
import { late } from '../blocks/late.tsx'
import { PageHead } from '../blocks/page-head.tsx'
import { StateTag } from '../blocks/state-tag.tsx'
import { Tabs } from '../blocks/tabs.tsx'
import { Waiting } from '../blocks/waiting.tsx'
import { WhenText } from '../blocks/when-text.tsx'
import type { Inputs } from '../fields/record-form.tsx'
import { FieldValue, useFacts } from '../format/field-value.tsx'
import { figure } from '../format/quantity.ts'
import { useHouse } from '../parts/house.tsx'
import { recordSlot } from '../parts/console-slots.ts'
import { pathOfRegister } from '../parts/paths.ts'
import { Slot } from '../parts/slot.tsx'
import { useNames, useSay, useWordsOf } from '../words/words.tsx'
import { LinesTable } from './lines-table.tsx'
import { LinkedRows } from './record-links.tsx'
import { RecordHistory } from './record-history.tsx'
import type { Revealed } from './reveal-sheet.tsx'
import { validityFields } from './validity.ts'

// A row is read far more often than any of these is opened.
const CodeSheet = late(async () => (await import('./code-sheet.tsx')).CodeSheet)
const MergeSheet = late(async () => (await import('./merge-sheet.tsx')).MergeSheet)
const RecordEdit = late(async () => (await import('./record-edit.tsx')).RecordEdit)
const RetireSheet = late(async () => (await import('./retire-sheet.tsx')).RetireSheet)
const RevealSheet = late(async () => (await import('./reveal-sheet.tsx')).RevealSheet)

export interface RecordTab {
  readonly title: string
  readonly Body: (given: { row: WireRow }) => ReactNode
}

export function RegisterRecord({ register, id, inputs, tabs = [] }: { register: Register; id: string; inputs?: Inputs; tabs?: readonly RecordTab[] }): ReactNode {
  const names = useNames()
  const { data: row, error, refetch } = useQuery(rowQuery(register.id, id))
  if (error && !row) return <Fault title={names.of(register)} error={error} onRetry={() => void refetch()} />
  if (!row) return <Waiting lines={10} />
  return <Record register={register} row={row} {...(inputs && { inputs })} tabs={tabs} />
}

function Record({ register, row: kept, inputs, tabs }: { register: Register; row: WireRow; inputs?: Inputs; tabs: readonly RecordTab[] }): ReactNode {
  const say = useSay()
  const names = useNames()
  const can = useCan(register.id)
  const house = useHouse()
  const [open, setOpen] = useState<'edit' | 'code' | 'retire' | 'merge' | 'reveal' | null>(null)
  const [seen, setSeen] = useState<Revealed | null>(null)
  const close = (): void => setOpen(null)
  const row = seen?.id === kept.id && seen.version === kept.version ? withSeen(kept, seen) : kept
  const { data: links } = useQuery(linksQuery(register.id, row.id))
  const pointing = (links?.rows ?? []).filter(({ count }) => count > 0)
  useWordsOf(...pointing.map((link) => link.register))
  const fields: Fields = { ...register.fields, ...(register.dated && validityFields) }
  const values = row as WireValues // the fields of a row stand beside its own members
  const plain = useFacts({ fields, values, owner: register.id })
  const keys = Object.keys(fields)
  const facts = plain.map((fact, at) => {
    const key = keys[at] ?? ''
    if (!row.masked?.includes(key)) return fact
    const value = (
      <>
        {row[key] === null ? '****' : fact.value}{' '}
        {row.revealable && (
          <Button type="link" size="small" aria-label={say(`查看${fact.label}`, `Show: ${fact.label}`)} onClick={() => setOpen('reveal')}>
            {say('查看', 'Show')}
          </Button>
        )}
      </>
    )
    return { ...fact, value }
  })
  const titleOf = (link: LinkCount): string => {
    const declared = house.register(link.register)
    return declared ? names.of(declared) : link.title
  }
  const maskedLabels = (row.masked ?? []).map(names.labelIn(fields)).join(say('、', ', '))
  const state = register.card.state
  const stateField = state === undefined ? undefined : register.fields[state]
  return (
    <article>
      <PageHead
        title={names.told(row.name, register)}
        back={{ to: pathOfRegister(register.id), title: names.of(register) }}
        beside={
          <>
            {state !== undefined && stateField && (
              <StateTag tone="waiting">
                <FieldValue field={stateField} value={row[state] as WireValue | undefined} owner={register.id} />
              </StateTag>
            )}
            {row.retiredAt && <StateTag tone="stopped">{say('已停用', 'Retired')}</StateTag>}
            {row.mergedInto && <StateTag tone="stopped">{say(`已并入 ${row.mergedInto.name}`, `Merged into ${names.told(row.mergedInto.name, register)}`)}</StateTag>}
          </>
        }
        actions={
          <>
            {register.coded && <Button onClick={() => setOpen('code')}>{say('二维码', 'Code')}</Button>}
            {can('write') && (
              <>
                <Button type="text" onClick={() => setOpen('merge')}>
                  {say('合并', 'Merge')}
                </Button>
                <Button type="text" onClick={() => setOpen('retire')}>
                  {row.retiredAt ? say('恢复', 'Bring back') : say('停用', 'Retire')}
                </Button>
                {open !== 'edit' && (
                  <Button type="primary" onClick={() => setOpen('edit')}>
                    {say('修改', 'Edit')}
                  </Button>
                )}
              </>
            )}
          </>
        }
      />
      <div className="hq-record">
        <div className="hq-stack">
          <section className="hq-panel" aria-label={names.of(register)}>
            {open === 'edit' ? (
              <RecordEdit register={register} row={row} fields={fields} {...(inputs && { inputs })} onDone={close} />
            ) : (
              <FactList facts={facts} />
            )}
            {row.masked && row.masked.length > 0 && (
              <p className="hq-small hq-secondary">
                {row.revealable ? say('未显示完整，要改须先查看：', 'Not shown whole; show them first to change them: ') : say('部分内容按权限隐去：', 'Partly hidden by your rights: ')}
                {maskedLabels}
              </p>
            )}
          </section>
          {Object.entries(register.lines).map(([set, declared]) => {
            const lines = row.lines?.[set]
            return lines && <LinesTable key={set} declared={declared} lines={lines} owner={register.id} />
          })}
          <Slot slot={recordSlot(register)} given={{ row }} />
          {(tabs.length > 0 || pointing.length > 0) && (
            <section className="hq-panel">
              <Tabs
                label={say('与它有关的', 'What belongs to it')}
                tabs={[
                  ...tabs.map(({ title, Body }) => ({ key: title, title: names.phrase(title), body: () => <Body row={row} /> })),
                  ...pointing.map((link) => ({
                    key: `${link.register}.${link.field}`,
                    title: `${titleOf(link)} ${figure(link.count)}`,
                    body: () => <LinkedRows link={link} id={row.id} />,
                  })),
                ]}
              />
            </section>
          )}
        </div>
        <aside className="hq-panel" aria-label={say('变更记录', 'History')}>
          <h2>{say('变更记录', 'History')}</h2>
          <p className="hq-small hq-secondary hq-below">
            {say('最近更新', 'Updated')} <WhenText at={row.updatedAt} />
          </p>
          <RecordHistory register={register} id={row.id} />
        </aside>
      </div>
      {open === 'reveal' && (
        <RevealSheet
          register={register}
          row={row}
          masked={maskedLabels}
          onClose={close}
          onRevealed={(shown) => {
            setSeen(shown)
            close()
          }}
        />
      )}
      {open === 'code' && <CodeSheet register={register} row={row} onClose={close} />}
      {open === 'retire' && <RetireSheet register={register} row={row} links={pointing} onClose={close} />}
      {open === 'merge' && <MergeSheet register={register} row={row} onClose={close} />}
    </article>
  )
}

/** The row with what was asked for; the title too, where the name itself is masked. */
function withSeen(row: WireRow, { name, values }: Revealed): WireRow {
  const { masked = [], revealable: _asked, ...rest } = row
  const still = masked.filter((key) => !(key in values))
  return { ...rest, ...values, name, ...(still.length > 0 && { masked: still }) }
}

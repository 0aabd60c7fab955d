// All conditions of a list in one sheet: a choice, a span of days, a range of figures for every field.
import { mayBeEmpty } from '@houqin/define'
import type { Field } from '@houqin/define'
import type { Ref } from '@houqin/wire'
import { useQueries } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { rowQuery } from '../api/queries.ts'
import { Sheet } from '../blocks/sheet.tsx'
import { ChipChoice } from '../fields/chip-choice.tsx'
import { DayInput } from '../fields/day-input.tsx'
import { halfWidth } from '../fields/entries.ts'
import { RowsPicker } from '../fields/row-picker.tsx'
import { unitText } from '../format/quantity.ts'
import { dayAfter, dayOf, instantOf } from '../format/when.ts'
import { useNames, useSay } from '../words/words.tsx'
import type { ListSource } from './derived-list.tsx'
import { conditionOn, withCondition } from './list-view.ts'
import type { ListView, Operator } from './list-view.ts'

export function FilterSheet({ source, view, onChange, onClose }: {
  source: Pick<ListSource<unknown>, 'id' | 'filters' | 'dated' | 'retires'>
  view: ListView
  onChange: (view: ListView) => void
  onClose: () => void
}): ReactNode {
  const say = useSay()
  const [draft, setDraft] = useState(view)
  return (
    <Sheet title={say('筛选', 'Filter')} onClose={onClose}>
      <form
        className="hq-stack"
        onSubmit={(event) => {
          event.preventDefault()
          onChange(draft)
          onClose()
        }}
      >
        {Object.entries(source.filters).map(([name, field]) => (
          <FieldFilter key={name} name={name} field={field} owner={source.id} view={draft} onChange={setDraft} />
        ))}
        {source.dated && (
          <fieldset className="hq-field">
            <legend>{say('哪一天的情况', 'As of')}</legend>
            <DayInput label={say('哪一天的情况', 'As of')} value={draft.asOf} onChange={(asOf) => setDraft({ ...draft, asOf })} />
          </fieldset>
        )}
        {source.retires && (
          <label className="hq-row">
            <input type="checkbox" checked={draft.retired} onChange={({ target }) => setDraft({ ...draft, retired: target.checked })} />
            {say('包括已停用的', 'Include retired')}
          </label>
        )}
        <div className="hq-form-foot">
          <Button type="primary" htmlType="submit">
            {say('查看', 'Show')}
          </Button>
          <Button onClick={() => setDraft({ ...draft, conditions: [], asOf: '', retired: false })}>{say('清除', 'Clear')}</Button>
        </div>
      </form>
    </Sheet>
  )
}

interface FilterProps {
  readonly name: string
  readonly field: Field
  readonly owner: string
  readonly view: ListView
  readonly onChange: (view: ListView) => void
}
function FieldFilter(given: FilterProps): ReactNode {
  const say = useSay()
  const names = useNames()
  const { field, name, view, onChange } = given
  const label = names.of(field)
  return (
    <fieldset className="hq-field">
      <legend>{label}</legend>
      <FilterInput {...given} label={label} />
      {mayBeEmpty(field) && (
        <label className="hq-row hq-small hq-secondary">
          <input
            type="checkbox"
            checked={conditionOn(view, name, 'null') === 'true'}
            onChange={({ target }) => onChange(withCondition(view, { field: name, operator: 'null', value: target.checked ? 'true' : '' }))}
          />
          {say('只看未填的', 'Only where empty')}
        </label>
      )}
    </fieldset>
  )
}

function FilterInput({ name, field, owner, view, onChange, label }: FilterProps & { label: string }): ReactNode {
  const say = useSay()
  const names = useNames()
  const set = (operator: Operator, value: string): void => onChange(withCondition(view, { field: name, operator, value }))
  const is = conditionOn(view, name, 'is')
  switch (field.kind) {
    case 'choice':
      return (
        <ChipChoice
          many
          options={Object.keys(field.options).map((key) => ({ key, label: names.option(field, key) }))}
          chosen={is ? is.split(',') : []}
          onChange={(keys) => set('is', keys.join(','))}
        />
      )
    case 'bool':
      return (
        <ChipChoice
          options={[
            { key: '', label: say('不限', 'Any') },
            { key: 'true', label: say('是', 'Yes') },
            { key: 'false', label: say('否', 'No') },
          ]}
          chosen={[is]}
          onChange={([key = '']) => set('is', key)}
        />
      )
    case 'ref':
      return <RefFilter register={field.to === 'self' ? owner : field.to.id} label={label} ids={is ? is.split(',') : []} onChange={(ids) => set('is', ids.join(','))} />
    case 'date':
    case 'instant': {
      const at = (day: string): string => (field.kind === 'instant' && day ? instantOf(`${day}T00:00`) : day)
      const day = (value: string): string => (field.kind === 'instant' && value ? dayOf(value) : value)
      const until = day(conditionOn(view, name, 'lt'))
      return (
        <div className="hq-span">
          <DayInput label={say(`${label} 自`, `${label} from`)} value={day(conditionOn(view, name, 'gte'))} onChange={(value) => set('gte', at(value))} />
          <span className="hq-secondary">{say('至', 'to')}</span>
          <DayInput label={say(`${label} 至`, `${label} to`)} value={until && dayAfter(until, -1)} onChange={(value) => set('lt', value && at(dayAfter(value, 1)))} />
        </div>
      )
    }
    case 'int':
    case 'decimal':
      return (
        <div className="hq-span">
          <Input aria-label={say(`${label} 不小于`, `${label} at least`)} inputMode="decimal" prefix="≥" suffix={field.unit && unitText(field.unit, say)} value={conditionOn(view, name, 'gte')} onChange={({ target }) => set('gte', halfWidth(target.value))} />
          <Input aria-label={say(`${label} 小于`, `${label} less than`)} inputMode="decimal" prefix="<" suffix={field.unit && unitText(field.unit, say)} value={conditionOn(view, name, 'lt')} onChange={({ target }) => set('lt', halfWidth(target.value))} />
        </div>
      )
    case 'text':
      return <Input aria-label={label} value={is} placeholder={say('完全相同', 'Exactly')} onChange={({ target }) => set('is', target.value)} />
    case 'files':
      return null
  }
}

function RefFilter({ register, label, ids, onChange }: { register: string; label: string; ids: readonly string[]; onChange: (ids: readonly string[]) => void }): ReactNode {
  const id = useId()
  const [picked, setPicked] = useState<readonly Ref[]>([])
  const found = useQueries({ queries: ids.map((one) => rowQuery(register, one)) })
  const chosen = ids.map((one, place): Ref => picked.find((row) => row.id === one) ?? { id: one, name: found[place]?.data?.name ?? '…' })
  return (
    <RowsPicker
      register={register}
      label={label}
      input={{ id }}
      chosen={chosen}
      onChange={(rows) => {
        setPicked(rows)
        onChange(rows.map((row) => row.id))
      }}
    />
  )
}

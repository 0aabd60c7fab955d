// Step two 对列: which column is what; what no column brings; how a row is known again.
import type { Field, Register } from '@houqin/define'
import type { ImportAnswer, Ref } from '@houqin/wire'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { ProblemError } from '../api/problem.ts'
import { ProblemNotice } from '../blocks/problem-notice.tsx'
import { ChoicePicker } from '../fields/choice-picker.tsx'
import { ChipChoice } from '../fields/chip-choice.tsx'
import { RowPicker } from '../fields/row-picker.tsx'
import { StackingTable } from '../list/stacking-table.tsx'
import { useNames, useSay } from '../words/words.tsx'
import { arrange, begin } from './import-wire.ts'

const notBrought = ''

export function ImportColumns({ register, data }: { register: Register; data: ImportAnswer }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const [chosen, setChosen] = useState<readonly string[]>(data.columns.map(({ field }) => field ?? notBrought))
  const [key, setKey] = useState(data.key)
  const [fixed, setFixed] = useState(data.fixed)
  const [picks, setPicks] = useState(data.picks)
  const keep = (answer: ImportAnswer): void => void client.setQueryData(['import', data.id], answer)
  const look = useMutation({ mutationFn: (given: Parameters<typeof arrange>[1]) => arrange(data, given), onSuccess: keep })
  const mapped = new Set(chosen)
  const missing = data.fields.filter(({ field, required }) => required && !mapped.has(field))
  const tryIt = useMutation({
    mutationFn: async () => {
      const words = Object.fromEntries(Object.entries(fixed).filter(([field, word]) => word !== '' && !mapped.has(field)))
      const arranged = await arrange(data, {
        mapping: Object.fromEntries(chosen.flatMap((field, column) => (field === notBrought ? [] : [[field, column]]))),
        key: key.filter((field) => mapped.has(field)), fixed: words, picks,
      })
      keep(arranged)
      return begin(data.id, 'try')
    },
    onSuccess: keep,
  })
  const error = tryIt.error ?? look.error
  return (
    <div className="hq-stack">
      {data.problem && <div className="hq-notice" role="alert">{data.problem}</div>}
      <section className="hq-panel hq-stack">
        <HeadChoice data={data} busy={look.isPending} onLook={(given) => look.mutate(given)} />
        <p className="hq-secondary">
          {data.remembered
            ? say('这种表以前导入过，已按上次的对法填好，请核对。', 'A ledger like this was imported before; the columns are matched as then. Check them.')
            : say('已按列名猜好，请逐列核对；用不到的列选“不导入”。', 'Matched by their titles. Check each; choose “leave out” for what is not needed.')}
        </p>
        <StackingTable
          label={say('对列', 'Columns')}
          // columns have no other name than their place
          rows={data.columns.map((one, column) => ({ ...one, column }))}
          keyOf={({ column }) => column}
          columns={[
            { title: say('表里的列', 'In the ledger'), cell: ({ title, column }) => title || say(`第 ${column + 1} 列`, `Column ${column + 1}`) },
            { title: say('内容举例', 'For example'), className: 'hq-secondary', cell: ({ samples }) => samples.join(say('、', ', ')) || '—' },
            {
              title: say('导入为', 'Imported as'),
              cell: ({ title, column }) => (
                <ChoicePicker
                  label={say(`“${title}”导入为`, `“${title}” imported as`)}
                  chosen={chosen[column] ?? notBrought}
                  onChange={(field) => setChosen(chosen.map((one, at) => (at === column ? field : one === field ? notBrought : one)))}
                  options={[{ key: notBrought, label: say('不导入', 'leave out') }, ...data.fields.map(({ field, label, required }) => ({ key: field, label: required ? `${label} *` : label }))]}
                />
              ),
            },
          ]}
        />
      </section>
      {missing.length > 0 && (
        <section className="hq-panel hq-stack">
          <h2>{say('表里没有的必填项', 'Required, and not in the ledger')}</h2>
          <p className="hq-secondary">{say('新增的行统一填成这里写的；留空就只能修改已有的行。', 'Every new row is given what you write here; left empty, only rows that stand can be changed.')}</p>
          {missing.map(({ field, label }) => (
            <FixedWord
              key={field}
              register={register}
              name={field}
              label={label}
              word={fixed[field] ?? ''}
              picked={picks[field]?.[fixed[field] ?? '']}
              onChange={(word, id) => {
                setFixed({ ...fixed, [field]: word })
                if (id !== undefined) setPicks({ ...picks, [field]: { ...picks[field], [word]: id } })
              }}
            />
          ))}
        </section>
      )}
      <section className="hq-panel hq-stack">
        <h2>{say('怎样认出同一条', 'How a row is known again')}</h2>
        <p className="hq-secondary">{say('这些列都相同的，算台账里已有的那一条：有不同就修改，没有不同就不动；表里空着的格不改动原来的内容。', 'A row alike in all of these is the one that stands: what differs is changed, an empty cell changes nothing.')}</p>
        <fieldset className="hq-set" aria-label={say('用来认出同一条的列', 'Columns that tell a row')}>
          <ChipChoice many options={data.fields.filter(({ field }) => mapped.has(field)).map(({ field, label }) => ({ key: field, label }))} chosen={key.filter((field) => mapped.has(field))} onChange={setKey} />
        </fieldset>
      </section>
      {error instanceof ProblemError && <ProblemNotice problem={error} others={error.issues.slice(1).map(({ says }) => says)} />}
      <div className="hq-row">
        <Button type="primary" size="large" loading={tryIt.isPending} onClick={() => tryIt.mutate()}>
          {say('试算', 'Try it out')}
        </Button>
        <span className="hq-secondary hq-small">{say('试算不写入任何内容。', 'A trial writes nothing.')}</span>
      </div>
    </div>
  )
}

function HeadChoice({ data, busy, onLook }: { data: ImportAnswer; busy: boolean; onLook: (given: Parameters<typeof arrange>[1]) => void }): ReactNode {
  const say = useSay()
  const rows = Array.from({ length: Math.max(30, data.head.row) }, (_, at) => at + 1)
  return (
    <div className="hq-row">
      {data.sheets.length > 1 && (
        <ChoicePicker fit label={say('工作表', 'Sheet')} disabled={busy} chosen={data.sheet} onChange={(sheet) => onLook({ sheet })} options={data.sheets.map((key) => ({ key, label: key }))} />
      )}
      <ChoicePicker
        fit label={say('表头从第几行起', 'Row of the head')} disabled={busy} chosen={String(data.head.row)} onChange={(row) => onLook({ sheet: data.sheet, head: { row: Number(row), rows: data.head.rows } })}
        options={rows.map((row) => ({ key: String(row), label: say(`表头从第 ${row} 行起`, `Head in row ${row}`) }))}
      />
      <fieldset className="hq-set" aria-label={say('表头共几行', 'Rows of the head')}>
        <ChipChoice
          disabled={busy} chosen={[String(data.head.rows)]} onChange={([count]) => onLook({ sheet: data.sheet, head: { row: data.head.row, rows: count === '2' ? 2 : 1 } })}
          options={[{ key: '1', label: say('共 1 行', 'of 1 row') }, { key: '2', label: say('共 2 行', 'of 2 rows') }]}
        />
      </fieldset>
    </div>
  )
}

function FixedWord({ register, name, label, word, picked, onChange }: {
  register: Register
  name: string
  label: string
  word: string
  picked: string | undefined
  onChange: (word: string, id?: string) => void
}): ReactNode {
  const names = useNames()
  const id = useId()
  const field: Field | undefined = register.fields[name]
  const chosen: Ref | null = picked === undefined ? null : { id: picked, name: word }
  const target = field?.kind === 'ref' ? (field.to === 'self' ? register.id : field.to.id) : undefined
  return (
    <div className="hq-import-fixed">
      <label htmlFor={id}>{label}</label>
      {target !== undefined ? (
        <RowPicker register={target} chosen={chosen} input={{ id }} onChange={(row) => (row ? onChange(row.name, row.id) : onChange(''))} />
      ) : field?.kind === 'choice' ? (
        <ChoicePicker input={{ id }} chosen={word || null} clearable onChange={(one) => onChange(one ?? '')} options={Object.entries(field.options).map(([key, own]) => ({ key: own, label: names.option(field, key) }))} />
      ) : (
        <input id={id} className="hq-native" value={word} maxLength={200} onChange={({ target: typed }) => onChange(typed.value)} />
      )}
    </div>
  )
}

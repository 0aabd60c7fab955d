// Step three 试算: what would become of each row; wrong names are mended by choosing; then import, all or what can be.
import type { Register } from '@houqin/define'
import type { ImportAnswer, OpenWord, Ref } from '@houqin/wire'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { ProblemError } from '../api/problem.ts'
import { Empty } from '../blocks/empty.tsx'
import { ProblemNotice } from '../blocks/problem-notice.tsx'
import { ChoicePicker } from '../fields/choice-picker.tsx'
import { ChipChoice } from '../fields/chip-choice.tsx'
import { RowPicker } from '../fields/row-picker.tsx'
import { figure } from '../format/quantity.ts'
import { useNames, useSay } from '../words/words.tsx'
import { ImportLines } from './import-lines.tsx'
import { arrange, begin } from './import-wire.ts'

type Picked = Readonly<Record<string, Readonly<Record<string, Ref>>>>

export function ImportTrial({ register, data }: { register: Register; data: ImportAnswer }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const [picked, setPicked] = useState<Picked>({})
  const keep = (answer: ImportAnswer): void => void client.setQueryData(['import', data.id], answer)
  const again = useMutation({
    mutationFn: async (given: Parameters<typeof arrange>[1]) => {
      keep(await arrange(data, given))
      return begin(data.id, 'try')
    },
    onSuccess: keep,
  })
  const back = useMutation({ mutationFn: () => arrange(data, {}), onSuccess: keep })
  const apply = useMutation({ mutationFn: () => begin(data.id, 'apply'), onSuccess: keep })
  const chosen = Object.values(picked).reduce((sum, words) => sum + Object.keys(words).length, 0)
  const coming = (data.counts.new ?? 0) + (data.counts.change ?? 0)
  const refused = data.counts.refused ?? 0
  const error = apply.error ?? again.error ?? back.error
  if (!data.own) return <ImportLines register={register} data={data} />
  return (
    <div className="hq-stack">
      {data.problem && <div className="hq-notice" role="alert">{data.problem}</div>}
      {data.words.length > 0 && (
        <section className="hq-panel hq-stack">
          <h2>{say('认不出的写法', 'Words that were not understood')}</h2>
          <p className="hq-secondary">{say('选定一次，所有这样写的行都按它算，下次导入也记得。', 'Choose once, and every row written so follows; the next import remembers.')}</p>
          <ul className="hq-stack">
            {data.words.map((open) => (
              <Word
                key={`${open.field} ${open.word}`}
                register={register}
                open={open}
                chosen={picked[open.field]?.[open.word] ?? null}
                onChoose={(row) => {
                  const { [open.word]: _before, ...others } = picked[open.field] ?? {}
                  setPicked({ ...picked, [open.field]: row ? { ...others, [open.word]: row } : others })
                }}
              />
            ))}
          </ul>
          <Button
            type={chosen > 0 ? 'primary' : 'default'}
            disabled={chosen === 0}
            loading={again.isPending}
            onClick={() => again.mutate({ picks: merged(data.picks, picked) })}
          >
            {say(`按选定的 ${chosen} 处重新试算`, `Try again with the ${chosen} chosen`)}
          </Button>
        </section>
      )}
      <ImportLines register={register} data={data}>
        {Object.keys(data.counts).length === 0 && (
          <div className="hq-panel">
            <Empty title={say('表头下面没有数据', 'Nothing stands below the head')}>{say('请回到对列，看看工作表和表头选得对不对。', 'Go back to the columns and see whether sheet and head are right.')}</Empty>
          </div>
        )}
        <section className="hq-panel hq-stack">
          {refused > 0 && (
            <>
              <ChipChoice
                options={[
                  { key: 'partial', label: say(`能导的 ${figure(coming)} 行先导`, `Import the ${figure(coming)} rows that can be`) },
                  { key: 'whole', label: say('全部或全不：有一行不能导就都不导', 'All or nothing: one refused row stops it all') },
                ]}
                chosen={[data.mode]}
                disabled={again.isPending}
                onChange={([mode]) => again.mutate({ mode: mode === 'whole' ? 'whole' : 'partial' })}
              />
              <p>
                <a href={`/api/imports/${data.id}/mend.xlsx`} download>{say(`下载不能导入的 ${figure(refused)} 行（带原因），改好再传`, `Fetch the ${figure(refused)} refused rows with their reasons, mend them and send them again`)}</a>
              </p>
            </>
          )}
          {error instanceof ProblemError && <ProblemNotice problem={error} />}
          <div className="hq-row">
            <Button type="primary" size="large" loading={apply.isPending} disabled={coming === 0 || (data.mode === 'whole' && refused > 0)} onClick={() => apply.mutate()}>
              {say(`导入 ${figure(coming)} 行`, `Import ${figure(coming)} rows`)}
            </Button>
            <Button size="large" loading={back.isPending} onClick={() => back.mutate()}>
              {say('回到对列', 'Back to the columns')}
            </Button>
          </div>
          {coming === 0 && Object.keys(data.counts).length > 0 && <p className="hq-secondary">{say('没有要写入的行：都与台账相同，或都有问题。', 'Nothing to write: every row is as it stands, or refused.')}</p>}
        </section>
      </ImportLines>
    </div>
  )
}

function merged(before: ImportAnswer['picks'], picked: Picked): ImportAnswer['picks'] {
  const fields = new Set([...Object.keys(before), ...Object.keys(picked)])
  return Object.fromEntries([...fields].map((field) => [field, { ...before[field], ...Object.fromEntries(Object.entries(picked[field] ?? {}).map(([word, { id }]) => [word, id])) }]))
}

function Word({ register, open: { field: name, word, count, near }, chosen, onChoose }: { register: Register; open: OpenWord; chosen: Ref | null; onChoose: (row: Ref | null) => void }): ReactNode {
  const say = useSay()
  const names = useNames()
  const field = register.fields[name]
  const label = say(`“${word}”应是`, `“${word}” means`)
  const target = field?.kind === 'ref' ? (field.to === 'self' ? register.id : field.to.id) : undefined
  return (
    <li className="hq-import-word">
      <span>
        {field && <span className="hq-secondary">{names.of(field)} </span>}
        <strong>{word}</strong> <span className="hq-secondary hq-small">{say(`${figure(count)} 行`, `${figure(count)} rows`)}</span>
      </span>
      <span className="hq-row">
        {near.map(({ id, name: called, more }) => (
          <button key={id} type="button" className="hq-import-near" aria-pressed={chosen?.id === id} onClick={() => onChoose(chosen?.id === id ? null : { id, name: called })}>
            {field?.kind === 'choice' ? names.option(field, id) : called}
            {more && <span className="hq-secondary hq-small"> {more}</span>}
          </button>
        ))}
        {target !== undefined ? (
          <span className="hq-import-other">
            <RowPicker register={target} label={label} chosen={chosen && near.some(({ id }) => id === chosen.id) ? null : chosen} onChange={onChoose} />
          </span>
        ) : (
          field?.kind === 'choice' && (
            <span className="hq-import-other">
              <ChoicePicker label={label} chosen={chosen?.id ?? null} clearable placeholder={say('选一项', 'Choose')} onChange={(key) => onChoose(key === null ? null : { id: key, name: key })} options={Object.keys(field.options).map((key) => ({ key, label: names.option(field, key) }))} />
            </span>
          )
        )}
      </span>
    </li>
  )
}

// Step five 结果: what was written, and taking it back whole, with what somebody changed since told before.
import type { Register } from '@houqin/define'
import type { ImportAnswer } from '@houqin/wire'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { ProblemError } from '../api/problem.ts'
import { ConsoleLink } from '../blocks/console-link.tsx'
import { ProblemNotice } from '../blocks/problem-notice.tsx'
import { Sheet } from '../blocks/sheet.tsx'
import { WhenText } from '../blocks/when-text.tsx'
import { figure } from '../format/quantity.ts'
import { pathOfRegister } from '../parts/paths.ts'
import { useSay } from '../words/words.tsx'
import { ImportLines } from './import-lines.tsx'
import { begin } from './import-wire.ts'

export function ImportResult({ register, data }: { register: Register; data: ImportAnswer }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const keep = (answer: ImportAnswer): void => void client.setQueryData(['import', data.id], answer)
  const goOn = useMutation({ mutationFn: () => begin(data.id, data.state === 'undoing' ? 'undo' : 'apply', data.state === 'undoing' ? { rest: true } : {}), onSuccess: keep })
  const { counts } = data
  const stopped = data.state === 'importing' || data.state === 'undoing'
  return (
    <div className="hq-stack">
      {data.problem && <div className="hq-notice" role="alert">{data.problem}</div>}
      <section className="hq-panel hq-stack">
        <p>
          {data.state === 'undone'
            ? say(`已撤销：撤回 ${figure(counts.undone ?? 0)} 行${counts.kept ? `，${figure(counts.kept)} 行后来有人改过，保留` : ''}。`, `Taken back: ${figure(counts.undone ?? 0)} rows${counts.kept ? `; ${figure(counts.kept)} were changed since and stay` : ''}.`)
            : stopped
              ? say('工作停在中途，已写入的都在下面，可以继续，也可以撤销。', 'The work stopped half-way. What was written is below; go on, or take it back.')
              : say(`已导入：新增 ${figure(counts.new ?? 0)} 条，修改 ${figure(counts.change ?? 0)} 条。`, `Imported: ${figure(counts.new ?? 0)} new, ${figure(counts.change ?? 0)} changed.`)}
          {data.doneAt && <span className="hq-secondary"> {data.by} <WhenText at={data.doneAt} /></span>}
        </p>
        {data.own && (
          <p className="hq-row">
            {(counts.refused ?? 0) > 0 && data.state !== 'undone' && (
              <a href={`/api/imports/${data.id}/mend.xlsx`} download>{say(`下载没导入的 ${figure(counts.refused ?? 0)} 行（带原因），改好再传`, `Fetch the ${figure(counts.refused ?? 0)} rows that were refused, with their reasons`)}</a>
            )}
            <a href={`/api/imports/${data.id}/file`} download>{say('下载原文件', 'Fetch the file')}</a>
          </p>
        )}
        {goOn.error instanceof ProblemError && <ProblemNotice problem={goOn.error} />}
        <div className="hq-row">
          {stopped && (
            <Button type="primary" size="large" loading={goOn.isPending} onClick={() => goOn.mutate()}>
              {say('继续', 'Go on')}
            </Button>
          )}
          <ConsoleLink to={pathOfRegister(register.id)} className="hq-link-button">{say('看台账', 'See the register')}</ConsoleLink>
          {data.state !== 'undone' && (
            <Button size="large" danger onClick={() => setAsking(true)}>
              {say('撤销这次导入', 'Take this import back')}
            </Button>
          )}
        </div>
      </section>
      <ImportLines register={register} data={data} />
      {asking && <UndoSheet data={data} onDone={keep} onClose={() => setAsking(false)} />}
    </div>
  )
}

function UndoSheet({ data, onDone, onClose }: { data: ImportAnswer; onDone: (answer: ImportAnswer) => void; onClose: () => void }): ReactNode {
  const say = useSay()
  const undo = useMutation({
    mutationFn: (rest: boolean) => begin(data.id, 'undo', { rest }),
    onSuccess: (answer) => {
      onDone(answer)
      onClose()
    },
  })
  const since = undo.error instanceof ProblemError && undo.error.type === 'conflict' && undo.variables === false
  return (
    <Sheet title={say('撤销这次导入', 'Take this import back')} onClose={onClose}>
      <div className="hq-stack">
        <p>
          {say(
            `新增的 ${figure(data.counts.new ?? 0)} 条会停用，不再出现在台账里；修改过的 ${figure(data.counts.change ?? 0)} 条改回导入前的样子。历史记录都保留。`,
            `The ${figure(data.counts.new ?? 0)} new rows are retired and no longer listed; the ${figure(data.counts.change ?? 0)} changed ones are as before. Their history stays.`,
          )}
        </p>
        {undo.error instanceof ProblemError && <ProblemNotice problem={undo.error} />}
        <div className="hq-row">
          {since ? (
            <Button danger type="primary" loading={undo.isPending} onClick={() => undo.mutate(true)}>
              {say('只撤销其余的', 'Take back the rest')}
            </Button>
          ) : (
            <Button danger type="primary" loading={undo.isPending} onClick={() => undo.mutate(false)}>
              {say('撤销', 'Take back')}
            </Button>
          )}
          <Button onClick={onClose}>{say('不撤销', 'Leave it')}</Button>
        </div>
      </div>
    </Sheet>
  )
}

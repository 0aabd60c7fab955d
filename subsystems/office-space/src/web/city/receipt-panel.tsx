// 试读回执: the city's file is read without changing anything; each row it sent back stands with its reason and a link, each line that cannot be read in words; then it is entered.
import { call, ConsoleLink, figure, pathOfMatter, pathOfRow, ProblemNotice, useAttempt, useSay, useToast } from '@houqin/web-kit'
import type { WireMatter } from '@houqin/web-kit'
import { organ } from '@houqin/people'
import { building, room, site } from '@houqin/places'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { cityKinds, citySubmission } from '../../contract/index.ts'
import type { CityKind } from '../../contract/index.ts'
import type { ReceiptTrial } from '../../contract/answers.ts'

/** The register where a row of a kind is put right. */
export const registerOf: Readonly<Record<CityKind, string>> = { site: site.id, building: building.id, organ: organ.id, room: room.id }

export function ReceiptPanel({ matter: { number, version, state } }: { matter: Pick<WireMatter, 'number' | 'version' | 'state'> }): ReactNode {
  const say = useSay()
  const toast = useToast()
  const client = useQueryClient()
  const box = useId()
  const [file, setFile] = useState<{ readonly id: string; readonly name: string } | null>(null)
  const [trial, setTrial] = useState<ReceiptTrial | null>(null)
  const { problem, busy, run } = useAttempt()
  const choose = (chosen: File): void => run(async () => {
    setTrial(null)
    const body = new FormData()
    body.append('file', chosen, chosen.name)
    const answer = await call<ReceiptTrial & { readonly file: string }>(`/office-space/city/${number}/receipt-trial`, { method: 'POST', body })
    setFile({ id: answer.file, name: chosen.name })
    setTrial(answer)
  })
  const enter = (id: string): void => run(async () => {
    await call(`${pathOfMatter(citySubmission.id)}/${number}/steps/answer`, { method: 'POST', body: { input: { receipt: [id] }, version } })
    toast({ says: say('回执已读入。', 'The receipt was entered.') })
    await Promise.all([client.invalidateQueries({ queryKey: ['matters', citySubmission.id] }), client.invalidateQueries({ queryKey: ['matter', citySubmission.id, number] }), client.invalidateQueries({ queryKey: ['office-space', 'city'] })])
  })
  return (
    <section className="hq-stack" aria-label={say('市平台回执', 'The city’s receipt')}>
      <h3>{say('市平台回执', 'The city’s receipt')}</h3>
      <label htmlFor={box}>{say('选市平台退回的 CSV 或 Excel，先试读，不改数据：要有“标识”“结果”两列，“原因”可有', 'Choose the CSV or Excel the city sent back; it is tried first and changes nothing. It needs the columns 标识 and 结果, 原因 if there is one')}</label>
      <input id={box} className="hq-native" type="file" accept=".csv,.xlsx" disabled={busy} onChange={({ target }) => target.files?.[0] && choose(target.files[0])} />
      <ProblemNotice problem={problem} others={problem?.issues.map(({ says }) => says) ?? []} />
      {trial && file && (
        <>
          <p className="hq-figures">
            {say(
              `${file.name}：接收 ${figure(trial.accepted)} 条，退回 ${figure(trial.rejected)} 条，读不出 ${figure(trial.unread.length)} 行；${trial.changes === 0 ? '和已读入的一样，没有变化' : `其中 ${figure(trial.changes)} 条与已记的不同`}；还有 ${figure(trial.silent)} 条没有回音`,
              `${file.name}: ${trial.accepted} accepted, ${trial.rejected} sent back, ${trial.unread.length} lines unread; ${trial.changes === 0 ? 'the same as on record' : `${trial.changes} otherwise than on record`}; ${trial.silent} without an answer`,
            )}
          </p>
          {trial.unread.length > 0 && <ul className="hq-plain-rows" aria-label={say('读不出的行', 'Lines that cannot be read')}>{trial.unread.map((says) => <li key={says} className="hq-danger">{says}</li>)}</ul>}
          {trial.rejections.length > 0 && (
            <ul className="os-rows hq-thumbs" aria-label={say('被退回的', 'Sent back')}>
              {trial.rejections.map(({ kind, key, name, reason }) => (
                <li key={`${kind} ${key}`}>
                  <ConsoleLink to={pathOfRow(registerOf[kind], key)}>{name}</ConsoleLink>
                  <span className="hq-secondary">{say(cityKinds[kind], kind)}</span>
                  <strong className="hq-danger">{reason ?? say('市平台没有写原因', 'no reason given')}</strong>
                </li>
              ))}
            </ul>
          )}
          {state === 'handed' && <Button type="primary" size="large" loading={busy} onClick={() => enter(file.id)}>{say('读入这份回执', 'Enter this receipt')}</Button>}
        </>
      )}
    </section>
  )
}

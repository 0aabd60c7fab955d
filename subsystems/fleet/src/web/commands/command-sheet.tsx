// Commands to the terminal of one car 对终端下指令: a press for what is asked often, a short form for the rest, what became of each below.
import { call, Fault, ProblemNotice, Sheet, useSay, useSender, Waiting, WordsArea } from '@houqin/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { commandLimits } from '../../contract/command.ts'
import { CommandRows, useMayCommand } from './command-rows.tsx'
import { commandsQuery } from './commands-query.ts'
import './commands.css'

type Send = (body: object) => Promise<boolean>

export function CommandSheet({ car, plate, onClose }: { car: string; plate: string; onClose: () => void }): ReactNode {
  const say = useSay()
  const may = useMayCommand()
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(commandsQuery(car))
  const { sending, problem, send: sendOnce } = useSender()
  const send: Send = (body) =>
    sendOnce(body, (idempotencyKey) => call(`/fleet/cars/${car}/commands`, { method: 'POST', body, idempotencyKey })).finally(() => void client.invalidateQueries({ queryKey: ['fleet', 'commands'] }))
  return (
    <Sheet title={say(`${plate} 的终端指令`, `Commands to the terminal of ${plate}`)} onClose={onClose} wide>
      <div className="fl-command-sheet">
        {may && (
          <>
            <div className="fl-command-quick">
              <Button onClick={() => void send({ kind: 'locate' })}>{say('立即定位', 'Where is it now')}</Button>
              <Button onClick={() => void send({ kind: 'read' })}>{say('读取参数', 'Read its settings')}</Button>
              <Button onClick={() => void send({ kind: 'confirm' })}>{say('确认报警', 'Acknowledge its alarm')}</Button>
            </div>
            <ProblemNotice problem={problem} others={[]} />
            <Words send={send} sending={sending} />
            <Tracking send={send} sending={sending} />
            <Settings send={send} sending={sending} />
          </>
        )}
        <section aria-label={say('指令记录', 'What was asked')}>
          <h3>{say('指令记录', 'What was asked')}</h3>
          {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
          {!data && !error && <Waiting lines={3} />}
          {data?.rows.length === 0 && <p className="hq-secondary">{say('还没有对这台终端下过指令。', 'Nothing has been asked of this terminal yet.')}</p>}
          {data && <CommandRows rows={data.rows} plates={false} />}
        </section>
      </div>
    </Sheet>
  )
}

function Words({ send, sending }: { send: Send; sending: boolean }): ReactNode {
  const say = useSay()
  const id = useId()
  const [words, setWords] = useState('')
  const [urgent, setUrgent] = useState(false)
  const [aloud, setAloud] = useState(true)
  return (
    <form className="fl-command-form" onSubmit={(event) => {
      event.preventDefault()
      if (words.trim() !== '') void send({ kind: 'text', words, urgent, aloud }).then((sent) => sent && setWords(''))
    }}>
      <label htmlFor={id}>{say('发文字给驾驶员', 'Words to the driver')}</label>
      <WordsArea id={id} rows={2} maxLength={commandLimits.words} value={words} onChange={({ target }) => setWords(target.value)} placeholder={say('例如：请到机关大院东门接人', 'Such as: pick up at the east gate')} />
      <div className="fl-command-row">
        <label className="fl-check"><input type="checkbox" checked={aloud} onChange={({ target }) => setAloud(target.checked)} />{say('语音播报', 'Read aloud')}</label>
        <label className="fl-check"><input type="checkbox" checked={urgent} onChange={({ target }) => setUrgent(target.checked)} />{say('紧急', 'Urgent')}</label>
        <Button htmlType="submit" type="primary" loading={sending} disabled={words.trim() === ''}>{say('发送', 'Send')}</Button>
      </div>
    </form>
  )
}

function Tracking({ send, sending }: { send: Send; sending: boolean }): ReactNode {
  const say = useSay()
  const [every, setEvery] = useState(5)
  const [minutes, setMinutes] = useState(10)
  return (
    <details className="fl-command-more">
      <summary>{say('密集跟踪', 'Track closely')}</summary>
      <form className="fl-command-row" onSubmit={(event) => {
        event.preventDefault()
        void send({ kind: 'track', every, lasts: minutes * 60 })
      }}>
        <label>{say('每几秒', 'Every (s)')}<input className="hq-native" type="number" min={commandLimits.trackEvery.min} max={commandLimits.trackEvery.max} value={every || ''} onChange={({ target }) => setEvery(Math.round(Number(target.value)))} /></label>
        <label>{say('共几分钟', 'For (min)')}<input className="hq-native" type="number" min={1} max={commandLimits.trackFor.max / 60} value={minutes || ''} onChange={({ target }) => setMinutes(Math.round(Number(target.value)))} /></label>
        <Button htmlType="submit" loading={sending}>{say('开始跟踪', 'Track')}</Button>
        <Button onClick={() => void send({ kind: 'track', every: 0 })} loading={sending}>{say('停止跟踪', 'End tracking')}</Button>
      </form>
    </details>
  )
}

function Settings({ send, sending }: { send: Send; sending: boolean }): ReactNode {
  const say = useSay()
  const [given, setGiven] = useState({ intervalSeconds: '', maxSpeed: '', server: '', port: '' })
  const number = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text))
  const input = (name: keyof typeof given, label: string, more: { type: 'number' | 'text'; min?: number; max?: number; placeholder?: string }): ReactNode => (
    <label>{label}<input className="hq-native" {...more} value={given[name]} onChange={({ target }) => setGiven({ ...given, [name]: target.value })} /></label>
  )
  return (
    <details className="fl-command-more">
      <summary>{say('设置参数', 'Settings')}</summary>
      <form onSubmit={(event) => {
        event.preventDefault()
        const server = given.server.trim()
        void send({ kind: 'set', intervalSeconds: number(given.intervalSeconds), maxSpeed: number(given.maxSpeed), ...(server !== '' && { server }), port: number(given.port) })
      }}>
        <div className="fl-command-row">
          {input('intervalSeconds', say('上报间隔（秒）', 'Reports every (s)'), { type: 'number', ...commandLimits.intervalSeconds })}
          {input('maxSpeed', say('限速（km/h）', 'Speed limit (km/h)'), { type: 'number', ...commandLimits.maxSpeed })}
          {input('server', say('服务器地址', 'Server'), { type: 'text', placeholder: say('不改就不填', 'Empty: unchanged') })}
          {input('port', say('端口', 'Port'), { type: 'number', min: 1, max: 65_535 })}
        </div>
        {(given.server.trim() !== '' || given.port !== '') && <p className="hq-warning">{say('服务器地址或端口改错，终端会从此失联。要由另一名公车管理员确认后才下发。', 'A wrong server or port loses the terminal for good. Another officer has to confirm it before it leaves.')}</p>}
        <Button htmlType="submit" loading={sending}>{say('下发设置', 'Set')}</Button>
      </form>
    </details>
  )
}

// What was asked of terminals and how it ended 指令记录: newest first, each a sentence; what waits for a second officer can be confirmed here.
import { call, instantText, ProblemError, ProblemNotice, StateTag, useMe, useSay } from '@houqin/web-kit'
import type { TagTone } from '@houqin/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { fleetOfficer } from '../../contract/roles.ts'
import type { CommandState } from '../../contract/command.ts'
import type { CommandRow } from '../../contract/answers.ts'
import { useCommandWords } from './command-words.ts'

const tones: Readonly<Record<CommandState, TagTone>> = { confirming: 'waiting', queued: 'running', sent: 'running', ok: 'done', rejected: 'overdue', timeout: 'overdue', offline: 'soon', withdrawn: 'stopped' }

export function useMayCommand(): boolean {
  return useMe().roles.some(({ role }) => role === fleetOfficer.role)
}

export function CommandRows({ rows, plates }: { rows: readonly CommandRow<string>[]; plates: boolean }): ReactNode {
  return (
    <ul className="fl-commands">
      {rows.map((row) => <OneCommand key={row.id} row={row} plates={plates} />)}
    </ul>
  )
}

function OneCommand({ row, plates }: { row: CommandRow<string>; plates: boolean }): ReactNode {
  const say = useSay()
  const words = useCommandWords()
  const me = useMe()
  const may = useMayCommand()
  const client = useQueryClient()
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const take = (deed: 'confirm' | 'withdraw'): void => {
    setProblem(null)
    call(`/fleet/commands/${row.id}/${deed}`, { method: 'POST', body: {} })
      .catch((thrown: unknown) => {
        if (!(thrown instanceof ProblemError)) throw thrown
        setProblem(thrown)
      })
      .finally(() => void client.invalidateQueries({ queryKey: ['fleet', 'commands'] }))
  }
  const isMine = row.askedBy.account === me.account
  return (
    <li className="fl-command" data-state={row.state}>
      <p className="fl-command-head">
        <strong>{plates ? `${row.vehicle.plate} ` : ''}{words.what(row.given)}</strong>
        <StateTag tone={tones[row.state]}>{words.state(row)}</StateTag>
      </p>
      {words.more(row) !== '' && <p>{words.more(row)}</p>}
      <p className="hq-small hq-secondary">{row.askedBy.name} {instantText(row.askedAt, say)}{row.secondBy && say(`,${row.secondBy.name} 确认`, `, confirmed by ${row.secondBy.name}`)}</p>
      {row.state === 'confirming' && may && (
        <div className="fl-buttons">
          {isMine
            ? <p className="hq-small">{say('请另一名公车管理员在“终端指令”里确认后下发。', 'Another officer confirms it under Terminal commands before it leaves.')}</p>
            : <button type="button" className="hq-quiet-button" onClick={() => take('confirm')}>{say('核对无误，下发', 'Checked: send it')}</button>}
          <button type="button" className="hq-quiet-button" onClick={() => take('withdraw')}>{say('撤回', 'Withdraw')}</button>
        </div>
      )}
      <ProblemNotice problem={problem} others={[]} />
    </li>
  )
}

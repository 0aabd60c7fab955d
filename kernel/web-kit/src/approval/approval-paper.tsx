// The approval on paper 审批栏: each stage with who decided, what he said, his signature and the day.
import type { WireRoute } from '@houqin/wire'
import type { ReactNode } from 'react'
import { fileAddress } from '../api/files.ts'
import { instantText } from '../format/when.ts'
import { useSay } from '../words/words.tsx'
import { outcomeText, taskStateText } from './approval-words.ts'

export function ApprovalPaper({ route }: { route: WireRoute }): ReactNode {
  const say = useSay()
  const decided = route.stages.flatMap(({ title, tasks }) => tasks.flatMap((task) => (task.decidedAt === null || task.state === 'closed' ? [] : [{ title, task, at: task.decidedAt }])))
  return (
    <table aria-label={say('审批', 'Approval')}>
      <thead>
        <tr>
          <th scope="col">{say('审批', 'Approval')} · {outcomeText(route.outcome, say)}</th>
          <th scope="col">{say('意见', 'What he said')}</th>
          <th scope="col">{say('姓名', 'Name')}</th>
          <th scope="col">{say('签名', 'Signature')}</th>
          <th scope="col">{say('日期', 'Day')}</th>
        </tr>
      </thead>
      <tbody>
        {decided.map(({ title, task, at }) => (
          <tr key={task.id}>
            <td>{title}</td>
            <td>
              {taskStateText(task, say)} {task.comment}
            </td>
            <td>
              {task.decidedBy?.name}
              {task.for && say(`（代 ${task.for.name}）`, ` (for ${task.for.name})`)}
            </td>
            <td>{task.signature && <img className="hq-signature" src={fileAddress(task.signature.file)} alt={say(`${task.decidedBy?.name ?? ''}的签名`, `Signature of ${task.decidedBy?.name ?? ''}`)} />}</td>
            <td>{instantText(at, say)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

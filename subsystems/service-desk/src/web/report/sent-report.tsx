// 报好了: the number, whose it is now, by when; and what one may do next.
import { BigButton, DueText, holderText, instantText, PageHead, pathOfNumber, useNames, useSay } from '@houqin/web-kit'
import type { WireMatter } from '@houqin/web-kit'
import { CheckCircleFilled, EyeOutlined, PlusOutlined, UnorderedListOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { repair } from '../../contract/index.ts'
import { readRepair } from '../read-repair.ts'

export function SentReport({ sent, onAnother }: { sent: WireMatter; onAnother: () => void }): ReactNode {
  const say = useSay()
  const names = useNames()
  const { team } = readRepair(sent)
  return (
    <div className="sd-sent">
      <PageHead title={say('报好了', 'Sent')} />
      <output className="hq-panel sd-sent-panel">
        <CheckCircleFilled className="sd-sent-mark" aria-hidden="true" />
        <p className="sd-sent-number hq-figures">{sent.number}</p>
        <p>{names.told(sent.subject, repair)}</p>
        <dl className="sd-sent-facts">
          <div>
            <dt>{say('在谁手里', 'With')}</dt>
            <dd>
              {names.phrase(holderText(sent.holder) ?? '—')}
              {team && <span className="hq-secondary"> {say(`→ ${team.name}`, `→ ${team.name}`)}</span>}
            </dd>
          </div>
          {sent.dueAt && (
            <div>
              <dt>{say('最晚修好', 'To be mended by')}</dt>
              <dd>
                <span className="hq-figures">{instantText(sent.dueAt, say)}</span> <DueText dueAt={sent.dueAt} />
              </dd>
            </div>
          )}
        </dl>
        <p className="hq-secondary hq-small">{say('派单、到场、完工都会告诉您；修好后请点“修好了”。', 'You will hear when it is sent out, begun and done; then say whether it is fixed.')}</p>
      </output>
      <nav className="hq-stack" aria-label={say('接下来', 'Next')}>
        <BigButton label={say('看进展', 'See where it stands')} icon={EyeOutlined} to={pathOfNumber(repair.id, sent.number)} />
        <BigButton label={say('再报一件', 'Report another')} icon={PlusOutlined} onPress={onAnother} />
        <BigButton label={say('我的报修', 'My reports')} icon={UnorderedListOutlined} to="/service-desk/mine" />
      </nav>
    </div>
  )
}

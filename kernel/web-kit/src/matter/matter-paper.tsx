// A matter on paper 单据: number, code, facts, lines, how it was handled, and where to sign.
import type { Matter } from '@houqin/define'
import type { WireMatter, WireValues } from '@houqin/wire'
import type { ReactNode } from 'react'
import { ApprovalPaper } from '../approval/approval-paper.tsx'
import { QrPicture } from '../blocks/qr-picture.tsx'
import { serverNow } from '../clock.ts'
import { FieldValue } from '../format/field-value.tsx'
import { instantText } from '../format/when.ts'
import { pathOfCode, pathOfNumber } from '../parts/paths.ts'
import { LinesTable } from '../register/lines-table.tsx'
import { useNames, useSay } from '../words/words.tsx'
import { doerOf } from './people.ts'

export function MatterPaper({ matter, shown }: { matter: Matter; shown: WireMatter }): ReactNode {
  const say = useSay()
  const names = useNames()
  const address = new URL(shown.code ? pathOfCode(shown.code) : pathOfNumber(matter.id, shown.number), location.href).href
  const rows = (fields: Matter['form'], values: WireValues): ReactNode =>
    Object.entries(fields)
      .filter(([name, field]) => field.kind !== 'files' && values[name] !== undefined && values[name] !== null && values[name] !== '')
      .map(([name, field]) => (
        <tr key={name}>
          <th scope="row">{names.of(field)}</th>
          <td>
            <FieldValue field={field} value={values[name]} owner={matter.id} />
          </td>
        </tr>
      ))
  return (
    <>
      <h1>{say(`${names.of(matter)}单`, names.of(matter))}</h1>
      <div className="hq-paper-head">
        <table>
          <tbody>
            <tr>
              <th scope="row">{say('单号', 'Number')}</th>
              <td>{shown.number}</td>
            </tr>
            <tr>
              <th scope="row">{say('状态', 'State')}</th>
              <td>{shown.stateTitle}</td>
            </tr>
            <tr>
              <th scope="row">{say('提出', 'Asked')}</th>
              <td>
                {doerOf(shown.requester, say) ?? say('未登录', 'Not signed in')} {instantText(shown.openedAt, say)}
              </td>
            </tr>
            {rows(matter.form, shown.form)}
            {rows(matter.facts, shown.facts)}
          </tbody>
        </table>
        <QrPicture text={address} size={32} label={shown.number} />
      </div>
      {Object.entries(matter.lines).map(([set, declared]) => {
        const lines = shown.lines[set]
        return lines && <LinesTable key={set} declared={declared} lines={lines} owner={matter.id} />
      })}
      {shown.route && <ApprovalPaper route={shown.route} />}
      <table>
        <tbody>
          {shown.timeline
            .toSorted((a, b) => a.at.localeCompare(b.at))
            .map(({ at, label, by, comment }, place) => (
              <tr key={place}>
                <td>{instantText(at, say)}</td>
                <td>{label}</td>
                <td>{doerOf(by, say)}</td>
                <td>{comment}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <div className="hq-paper-sign">
        <span>{say('经办人签字：', 'Handled by:')}</span>
        <span>{say('确认人签字：', 'Confirmed by:')}</span>
        <span>
          {say('打印于', 'Printed')} {instantText(serverNow(), say)}
        </span>
      </div>
    </>
  )
}

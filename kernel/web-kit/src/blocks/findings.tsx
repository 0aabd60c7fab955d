// What a standard says: the sentence with my number, the limit, the clause it stands in, and what to do about it.
import type { KeptFinding } from '@houqin/wire'
import type { ReactNode } from 'react'
import { queryText } from '../api/call.ts'
import { useCan } from '../api/me.ts'
import { quantityText } from '../format/quantity.ts'
import { useNames, useSay } from '../words/words.tsx'
import { ConsoleLink } from './console-link.tsx'
import { pathOfMatter, pathOfStandard } from '../parts/paths.ts'

export function Findings({ findings }: { findings: readonly KeptFinding[] }): ReactNode {
  const say = useSay()
  const levels = { breach: say('不符合', 'Breach'), warning: say('提醒', 'Warning'), note: say('说明', 'Note') }
  return (
    <ul className="hq-findings">
      {findings.map((finding, place) => (
        <li key={place} className="hq-finding" data-level={finding.level}>
          <p>
            <strong>{levels[finding.level]}</strong> {say(finding.says, finding.en?.says ?? finding.says)}
          </p>
          {finding.limit && (
            <p className="hq-small hq-figures">
              {finding.measured && <>{say('实际', 'Measured')} {quantityText(finding.measured, { unit: finding.unit }, say)} · </>}
              {say('标准', 'Limit')} {quantityText(finding.limit, { unit: finding.unit }, say)}
            </p>
          )}
          <p>{say(finding.advice, finding.en?.advice ?? finding.advice)}</p>
          {finding.cite && (
            <p className="hq-small hq-secondary">
              {say('依据', 'Source')}{' '}
              {finding.standard ? <ConsoleLink to={pathOfStandard(finding.standard)}>{finding.cite.text}</ConsoleLink> : finding.cite.text}
              {finding.cite.unconfirmed && <> · {say('待核', 'to be confirmed')}</>}
            </p>
          )}
          {finding.mend && <MendLink mend={finding.mend} />}
        </li>
      ))}
    </ul>
  )
}

/** Whoever only reads, as an auditor does, is not sent to what he may not start. */
function MendLink({ mend: { matter, title, fill } }: { mend: NonNullable<KeptFinding['mend']> }): ReactNode {
  const say = useSay()
  const names = useNames()
  if (!useCan(matter)('start')) return null
  return <ConsoleLink className="hq-mend" to={`${pathOfMatter(matter)}/new${queryText(fill ?? {})}`}>{say(`去办${title}`, `Start: ${names.phrase(title)}`)}</ConsoleLink>
}

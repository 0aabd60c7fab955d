// 统计: every report one may read, by subsystem.
import { call, ConsoleLink, Empty, Fault, PageHead, useSay, Waiting } from '@houqin/web-kit'
import type { ReportTitle } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

export function ReportsPage(): ReactNode {
  const say = useSay()
  const { data, error, refetch } = useQuery({ queryKey: ['reports', 'list'], queryFn: () => call<{ rows: readonly ReportTitle[] }>('/reports') })
  if (error && !data) return <Fault title={say('统计', 'Reports')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={6} />
  const groups = Map.groupBy(data.rows, ({ subsystem }) => subsystem.title)
  return (
    <div className="hq-narrow hq-stack">
      <PageHead title={say('统计', 'Reports')} />
      <p className="hq-small hq-thumbs">
        <ConsoleLink to="/exports/verify">{say('收到一份导出的 Excel？核验是不是原件', 'Were you handed an exported sheet? Verify it')}</ConsoleLink>
      </p>
      {data.rows.length === 0 && <Empty title={say('没有您能看的统计', 'There is no report you may read')} />}
      {[...groups].map(([title, reports]) => (
        <section key={title} className="hq-panel">
          <h2>{title}</h2>
          <ul className="hq-plain-rows">
            {reports.map((report) => (
              <li key={report.id}>
                <ConsoleLink to={`/reports/${report.id}`}>{report.title}</ConsoleLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

// 查条文: articles of every text held, by any of their words or their pinyin.
import { choicesQuery, ConsoleLink, Empty, Fault, figure, PageHead, pathOfRow, StateTag, useGo, useNames, useSay, Waiting } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { ReactNode } from 'react'
import { provision } from '../../contract/index.ts'
import type { FoundArticle } from '../../contract/index.ts'
import { useAsked } from '../asked.ts'
import { pathOfArticle } from '../paths.ts'
import { findQuery } from '../queries.ts'
import '../regulations.css'

export function Screen(): ReactNode {
  const say = useSay()
  const go = useGo()
  const asked = useAsked()
  const [typed, setTyped] = useState(asked('q'))
  const [all, setAll] = useState(asked('all') === 'true')
  const words = useDeferredValue(typed).trim()
  const { data, error, refetch } = useQuery({ ...findQuery({ words, all }), placeholderData: (before) => before })
  const keep = (): void => go(`/regulations/find?${new URLSearchParams({ ...(typed && { q: typed }), ...(all && { all: 'true' }) }).toString()}`, { replace: true })
  return (
    <div className="hq-stack rg-page">
      <PageHead title={say('查条文', 'Find an article')} />
      <div className="hq-row">
        <input
          className="hq-native rg-search"
          type="search"
          value={typed}
          placeholder={say('词语、条号或拼音，几个词用空格隔开', 'Words, an article number or pinyin')}
          aria-label={say('查什么', 'What to look for')}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={keep}
        />
        <label className="hq-row">
          <input type="checkbox" checked={all} onChange={({ target }) => setAll(target.checked)} />
          {say('包括失效和未施行的版本', 'Include versions past and to come')}
        </label>
      </div>
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {words === '' ? (
        <Empty title={say('输入要查的内容', 'Type what you are looking for')}>{say('例如“电梯 维护”“第九条 中小企业”“xfss”。', 'For example 电梯, 第九条 中小企业, xfss.')}</Empty>
      ) : data === undefined ? (
        !error && <Waiting lines={8} />
      ) : data.rows.length === 0 ? (
        <NothingFound words={words} lawsHeld={data.lawsHeld} />
      ) : (
        <Found rows={data.rows} total={data.total} />
      )}
    </div>
  )
}

/** Where no law is held its words cannot be found; what is known of the rules in a line can. */
function NothingFound({ words, lawsHeld }: { words: string; lawsHeld: boolean }): ReactNode {
  const say = useSay()
  const names = useNames()
  const { data } = useQuery(choicesQuery(provision.id, words))
  const rows = data?.rows ?? []
  return (
    <>
      <Empty title={lawsHeld ? say('没有找到', 'Nothing found') : say('还没有导入法规原文', 'No text of law has been imported yet')}>
        {lawsHeld
          ? say('换一个词，或少写几个词。', 'Try another word, or fewer.')
          : say('请系统管理员在本机运行 npm run regulations:import -- 文件夹，导入后就能按词查条文。', 'Have the system administrator run npm run regulations:import -- FOLDER on this machine; then articles can be found by their words.')}
      </Empty>
      {rows.length > 0 && (
        <section className="hq-panel" aria-label={names.of(provision)}>
          <h2>{say('规则条目里有', 'Among the provisions')}</h2>
          <ul className="hq-plain-rows">
            {rows.map((row) => (
              <li key={row.id}>
                <ConsoleLink to={pathOfRow(provision.id, row.id)}>{row.name}</ConsoleLink> <span className="hq-secondary">{typeof row['value'] === 'string' && row['value']}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Found({ rows, total }: { rows: readonly FoundArticle[]; total: number }): ReactNode {
  const say = useSay()
  return (
    <>
      <output className="hq-secondary">
        {rows.length < total ? say(`共 ${figure(total)} 条，列出前 ${rows.length} 条`, `${figure(total)} articles, the first ${rows.length} shown`) : say(`共 ${figure(total)} 条`, `${figure(total)} articles`)}
      </output>
      <ul className="hq-plain-rows">
        {rows.map((row) => (
          <li key={row.id}>
            <p className="hq-row">
              <ConsoleLink to={pathOfArticle(row)}>
                {row.document.name} {row.number}
              </ConsoleLink>
              {row.chapter && <span className="hq-secondary hq-small">{row.chapter}</span>}
              {!row.inForce && <StateTag tone="stopped">{say(`${row.version.madeOn ?? ''} 版本`, `version ${row.version.madeOn ?? ''}`)}</StateTag>}
            </p>
            <p className="rg-found rg-text">
              {row.excerpt.map(({ text, found }, at) => (found ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>))}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

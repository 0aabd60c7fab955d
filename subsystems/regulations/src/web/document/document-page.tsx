// 一份制度: what it is, since when it is in force, its articles by chapter, its versions, and that one has read it.
import { ConsoleLink, dayText, Empty, FactList, Fault, figure, PageHead, pathOfRegister, pathOfRow, RegisterRecord, StateTag, useCan, useGo, useNames, useSay, useScreenParam, Waiting } from '@houqin/web-kit'
import type { TagTone } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { document as register } from '../../contract/index.ts'
import type { DocumentPage, DocumentStanding, ShownVersion } from '../../contract/index.ts'
import { useAsked } from '../asked.ts'
import { pathOfChanges, pathOfDocument } from '../paths.ts'
import { documentQuery } from '../queries.ts'
import { AcknowledgeButton } from './acknowledge-button.tsx'
import { ArticleList } from './article-list.tsx'
import { Contents } from './contents.tsx'
import '../regulations.css'

export function Screen(): ReactNode {
  const say = useSay()
  const id = useScreenParam('id')
  const version = useAsked()('version')
  const { data, error, refetch } = useQuery(documentQuery({ id, version }))
  if (error && !data) return <Fault title={say('制度', 'Document')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={12} />
  return <Shown key={id} page={data} />
}

const tones: Readonly<Record<DocumentStanding, TagTone>> = { current: 'done', pending: 'soon', repealed: 'stopped', notHeld: 'waiting' }

function Shown({ page }: { page: DocumentPage }): ReactNode {
  const say = useSay()
  const names = useNames()
  const can = useCan(register.id)
  const [editing, setEditing] = useState(false)
  const shown = page.versions.find(({ id }) => id === page.shown)
  if (editing) return <RegisterRecord register={register} id={page.id} />
  return (
    <article className="hq-stack rg-page">
      <PageHead
        title={page.title}
        back={{ to: pathOfRegister(register.id), title: names.of(register) }}
        beside={
          <>
            <StateTag tone={tones[page.standing]}>{names.option(register.fields.standing, page.standing)}</StateTag>
            {shown && !shown.inForce && <StateTag tone="stopped">{say('非现行版本', 'Not the version in force')}</StateTag>}
          </>
        }
        actions={
          <>
            {can('write') && <Button onClick={() => setEditing(true)}>{say('登记信息', 'Register entry')}</Button>}
            {shown && <AcknowledgeButton page={page} version={shown.id} />}
          </>
        }
      />
      <Facts page={page} shown={shown} />
      {page.versions.length > 1 && <Versions page={page} />}
      {shown ? <Text page={page} /> : <Empty title={say('未收录原文', 'The text is not held')}>{say('请在本机用 npm run regulations:import 导入原文。', 'Import the text on this machine with npm run regulations:import.')}</Empty>}
    </article>
  )
}

function Facts({ page, shown }: { page: DocumentPage; shown: ShownVersion | undefined }): ReactNode {
  const say = useSay()
  const names = useNames()
  const { fields } = register
  const day = (value: string | null | undefined): string => (value ? dayText(value, say) : '')
  const facts = [
    { label: names.of(fields.number), value: shown?.number ?? page.number ?? '' },
    { label: names.of(fields.issuer), value: page.issuer ?? '' },
    { label: names.of(fields.level), value: `${names.option(fields.level, page.level)} · ${names.option(fields.kind, page.kind)}` },
    { label: names.of(fields.inForceOn), value: day(shown?.inForceOn) + (shown?.inForceUntil ? say(` 至 ${shown.inForceUntil}`, ` until ${shown.inForceUntil}`) : '') },
    { label: say('条数', 'Articles'), value: shown ? figure(shown.articles) : '' },
    { label: say('已阅知', 'Read by'), value: shown ? say(`${page.acknowledged} 人`, `${page.acknowledged}`) : '' },
    ...(page.supersededBy ? [{ label: names.of(fields.supersededBy), value: <ConsoleLink to={pathOfRow(register.id, page.supersededBy.id)}>{page.supersededBy.name}</ConsoleLink> }] : []),
  ].filter(({ value }) => value !== '')
  return (
    <section className="hq-panel hq-stack">
      <FactList facts={facts} />
      {shown?.origin && <p className="hq-secondary hq-small rg-origin">{shown.origin}</p>}
    </section>
  )
}

function Versions({ page }: { page: DocumentPage }): ReactNode {
  const say = useSay()
  return (
    <section className="hq-panel" aria-label={say('版本', 'Versions')}>
      <h2>{say('版本', 'Versions')}</h2>
      <ul className="hq-plain-rows">
        {page.versions.map((one, at) => {
          const before = page.versions[at + 1]
          return (
            <li key={one.id} className="hq-row">
              {one.id === page.shown ? <strong className="hq-figures">{one.madeOn}</strong> : <ConsoleLink className="hq-figures" to={pathOfDocument(page.id, one.id)}>{one.madeOn ?? say('未注明日期', 'undated')}</ConsoleLink>}
              <span className="hq-secondary hq-figures">
                {one.inForceOn ? say(`${one.inForceOn} 起施行`, `in force from ${one.inForceOn}`) : ''}
                {one.inForceUntil ? say(`，至 ${one.inForceUntil}`, ` until ${one.inForceUntil}`) : ''} · {say(`${one.articles} 条`, `${one.articles} articles`)}
              </span>
              {one.inForce && <StateTag tone="done">{say('现行', 'in force')}</StateTag>}
              {before && <ConsoleLink to={pathOfChanges({ id: page.id, before: before.id, after: one.id })}>{say('与上一版对照', 'Compare with the one before')}</ConsoleLink>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Text({ page }: { page: DocumentPage }): ReactNode {
  const go = useGo()
  const hash = useRouterState({ select: ({ location }) => location.hash })
  // the browser has scrolled before the articles were there
  useEffect(() => {
    if (hash) window.document.getElementById(hash)?.scrollIntoView()
  }, [hash, page])
  return (
    <div className="rg-columns">
      <ArticleList articles={page.articles} target={hash} />
      <Contents articles={page.articles} onOpen={(id) => go(`#${id}`)} />
    </div>
  )
}

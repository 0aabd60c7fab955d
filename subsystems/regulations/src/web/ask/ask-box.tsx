// 问一问: one question in plain words; one clause, one who answers for it, one thing to begin; or that no rule was found.
import { BigButton, call, ConsoleLink, Fault, pathOfMatter, pathOfRow, pathOfStandard, queryText, StateTag, useHouse, useNames, useSay, useWordsOf, Waiting } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { provision } from '../../contract/index.ts'
import type { Answer, NearRule } from '../../contract/index.ts'
import { pathOfArticle, pathOfDocument } from '../paths.ts'
import '../regulations.css'

/** Asked in Chinese, as the rules are written; English beside it says what about. */
const examples: readonly (readonly [question: string, english: string])[] = [
  ['监控录像要保存多久', 'How long recordings are kept'],
  ['办公用房面积标准', 'How much office space one may have'],
  ['空调温度怎么定', 'How warm and how cool rooms are kept'],
  ['公车能不能私用', 'Whether an official car may be used privately'],
]

/** @param alone as a page of its own: before anything is asked it says what will appear, and offers what may be asked. */
export function AskBox({ asked = '', alone = false }: { asked?: string; alone?: boolean }): ReactNode {
  const say = useSay()
  const [typed, setTyped] = useState(asked)
  const [question, setQuestion] = useState(asked)
  const { data, error, refetch } = useQuery({
    queryKey: ['regulations', 'ask', question],
    enabled: question !== '',
    queryFn: ({ signal }) => call<Answer>(`/regulations/ask${queryText({ q: question })}`, { signal }),
  })
  return (
    <section className="hq-panel hq-stack" aria-label={say('问一问', 'Ask')}>
      <form
        className="rg-ask"
        onSubmit={(event) => {
          event.preventDefault()
          setQuestion(typed.trim())
        }}
      >
        <input
          className="hq-native rg-search"
          type="search"
          enterKeyHint="search"
          value={typed}
          maxLength={100}
          placeholder={say('问一问，例如：监控录像要保存多久', 'Ask, for example 监控录像要保存多久')}
          aria-label={say('问题', 'Question')}
          onChange={({ target }) => setTyped(target.value)}
        />
        {/* A plain button: it stands on first screens, for which a library's is too heavy. */}
        <button type="submit" className="hq-more" disabled={typed.trim() === ''}>
          {say('问一问', 'Ask')}
        </button>
      </form>
      {question === '' && alone && <Offered onAsk={(one) => { setTyped(one); setQuestion(one) }} />}
      {question !== '' && (error ? <Fault error={error} onRetry={() => void refetch()} /> : data ? <Answered answer={data} question={question} /> : <Waiting lines={3} />)}
    </section>
  )
}

function Offered({ onAsk }: { onAsk: (question: string) => void }): ReactNode {
  const say = useSay()
  return (
    <>
      <p className="hq-secondary">{say('用平常的话问一句，这里会给出是哪一条规定、谁负责、要办的从哪里开始办。', 'Ask in plain words: here it will say which clause it is, who answers for it, and where to begin.')}</p>
      <ul className="rg-near" aria-label={say('可以这样问', 'For example')}>
        {examples.map(([question, english]) => (
          <li key={question}>
            <button type="button" className="hq-plain hq-reference rg-example" onClick={() => onAsk(question)}>
              {say(question, `${english}: ${question}`)}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function Answered({ answer, question }: { answer: Answer; question: string }): ReactNode {
  const say = useSay()
  const names = useNames()
  if (!answer.found)
    return (
      <div className="hq-stack">
        <output>{say(answer.says, 'No rule was found. Ask in other words, or look for words in the articles.')}</output>
        <Near rules={answer.near} title={say('这几条里提到了', 'These speak of some of it')} />
        {answer.matter ? <Begin {...answer.matter} /> : <ConsoleLink to={`/regulations/find?q=${encodeURIComponent(question)}`}>{say('查条文', 'Find an article')}</ConsoleLink>}
      </div>
    )
  const { clause, owner, limit, feedback, matter } = answer
  const cited = clause.document === null ? null : clause.article === null ? pathOfDocument(clause.document.id) : pathOfArticle({ id: clause.article, document: clause.document })
  return (
    <div className="hq-stack" aria-live="polite">
      <blockquote className="rg-quote rg-text">{clause.text}</blockquote>
      <p className="hq-row">
        {cited === null ? clause.citation : <ConsoleLink to={cited}>{clause.citation}</ConsoleLink>}
        {clause.reading !== 'confirmed' && <StateTag tone="soon">{names.option(provision.fields.reading, clause.reading)}</StateTag>}
        {!clause.held && <StateTag tone="waiting">{say('未收录原文', 'text not held')}</StateTag>}
      </p>
      {clause.provision && clause.held && (
        <p className="hq-small">
          <span className="hq-secondary">{say('要点', 'In short')} </span>
          <ConsoleLink to={pathOfRow(provision.id, clause.provision.id)}>
            {clause.provision.title}:{clause.provision.value} {clause.provision.unit}
          </ConsoleLink>
        </p>
      )}
      <CheckedBy standards={clause.checkedBy} />
      <p>
        <span className="hq-secondary">{say('谁负责', 'Who answers')} </span>
        {owner}
        {limit !== null && <> · <span className="hq-secondary">{say('时限', 'Limit')} </span>{limit}</>}
        {feedback !== null && <> · <span className="hq-secondary">{say('反馈', 'Feedback')} </span>{feedback}</>}
      </p>
      {matter && <Begin {...matter} />}
      <Near rules={answer.near} title={say('想问的不是这个？相近的还有', 'Not what you meant? Near to it')} />
    </div>
  )
}

/** What a rule comes to here: its figures are held against what is registered and done. */
function CheckedBy({ standards }: { standards: readonly { readonly standard: string; readonly title: string }[] }): ReactNode {
  const say = useSay()
  const names = useNames()
  useWordsOf(...standards.map(({ standard }) => standard))
  const { standard: declared } = useHouse()
  if (standards.length === 0) return null
  return (
    <p className="hq-row hq-small">
      <span className="hq-secondary">{say('系统按这条核查', 'Checked here as')} </span>
      {standards.map(({ standard, title }) => {
        const known = declared(standard)
        return <ConsoleLink key={standard} to={pathOfStandard(standard)}>{known ? names.of(known) : title}</ConsoleLink>
      })}
    </p>
  )
}

/** Offered to look at; the answer is the clause above, or that there is none. */
function Near({ rules, title }: { rules: readonly NearRule[]; title: string }): ReactNode {
  if (rules.length === 0) return null
  return (
    <nav className="hq-small" aria-label={title}>
      <p className="hq-secondary">{title}</p>
      <ul className="rg-near">
        {rules.map(({ title: named, says, provision: row, document, article }) => {
          const to = row !== null ? pathOfRow(provision.id, row) : document && (article === null ? pathOfDocument(document.id) : pathOfArticle({ id: article, document }))
          return (
            <li key={`${named} ${says}`}>
              {to === null ? named : <ConsoleLink to={to}>{named}</ConsoleLink>} <span className="hq-secondary">{says}</span>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

function Begin({ matter, title }: { matter: string; title: string }): ReactNode {
  const say = useSay()
  const names = useNames()
  return <BigButton primary label={say(`去办理：${title}`, `Begin: ${names.phrase(title)}`)} to={`${pathOfMatter(matter)}/new`} />
}

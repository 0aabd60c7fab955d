// The text of the work report 正文: chapters, sections, sentences with figures that open, and the notes that say whose figures they are.
import { ConsoleLink, figure, useSay } from '@houqin/web-kit'
import { useId } from 'react'
import type { ReactNode } from 'react'
import type { Piece, WorkReport } from '../../contract/index.ts'

/** So that no note's mark begins a line. */
const wordJoiner = '\u2060'
const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

export function ReportText({ report: { chapters } }: { report: WorkReport }): ReactNode {
  const say = useSay()
  const own = useId()
  const notes = chapters.flatMap(({ sections }) => sections.flatMap(({ sentences }) => sentences))
  return (
    <>
      {chapters.map(({ title, sections }, chapter) => (
        <section key={title}>
          <h3>{say(`${ordinals[chapter]}、${title}`, `${chapter + 1}. ${title}`)}</h3>
          {sections.map((section, place) => (
            <section key={section.title}>
              <h4>{say(`（${ordinals[place]}）${section.title}`, `${chapter + 1}.${place + 1} ${section.title}`)}</h4>
              {section.sentences.map((sentence) => {
                const number = notes.indexOf(sentence) + 1
                return (
                  <p key={sentence.claim} data-claim={sentence.claim}>
                    {sentence.pieces.map((piece, at) => (
                      <PieceText key={at} piece={piece} />
                    ))}
                    {wordJoiner}
                    <sup>
                      <a href={`#${own}${number}`} aria-label={say(`注 ${number}`, `Note ${number}`)}>
                        [{number}]
                      </a>
                    </sup>
                  </p>
                )
              })}
            </section>
          ))}
        </section>
      ))}
      <ol className="go-notes" aria-label={say('注', 'Notes')}>
        {notes.map(({ claim, source }, place) => (
          <li key={claim} id={`${own}${place + 1}`}>
            {say(`${source}；工作要点第 ${claim} 条`, `${source}; claim ${claim}`)}
          </li>
        ))}
      </ol>
    </>
  )
}

function PieceText({ piece }: { piece: Piece }): ReactNode {
  if (typeof piece === 'string') return piece
  const { value, unit, percent, opens } = piece
  const text = value === null ? '—' : `${percent ? value : figure(value, unit === '㎡' ? 2 : undefined)}${percent ? '%' : unit === null ? '' : ` ${unit}`}`
  return opens === undefined || value === null ? <b className="hq-figures">{text}</b> : <ConsoleLink to={opens} className="hq-figures">{text}</ConsoleLink>
}

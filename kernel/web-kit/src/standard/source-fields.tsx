// Where a figure is written 出处: document, number, article, how sure, and whose rule it is; the same wherever figures are entered.
import type { ReactNode } from 'react'
import { ChoicePicker } from '../fields/choice-picker.tsx'
import { useSay } from '../words/words.tsx'

export interface Source {
  readonly document: string
  readonly number: string
  readonly clause: string
  readonly mark: string
  readonly level: string
}
export const noSource: Source = Object.freeze({ document: '', number: '', clause: '', mark: 'V', level: '区' })
const marks = ['V', 'V2', 'K', 'U'] as const

export function SourceFields({ source, onChange }: { source: Source; onChange: (source: Source) => void }): ReactNode {
  const say = useSay()
  const markWords: Readonly<Record<(typeof marks)[number], string>> = {
    V: say('见过原文', 'read in the text'), V2: say('二手来源', 'second hand'), K: say('凭所知，待核', 'own knowledge, to be confirmed'), U: say('不确定，待核', 'uncertain, to be confirmed'),
  }
  const put = (change: Partial<Source>): void => onChange({ ...source, ...change })
  return (
    <>
      <Labelled title={say('出处文件', 'Document')}><input className="hq-native" value={source.document} onChange={({ target }) => put({ document: target.value })} /></Labelled>
      <Labelled title={say('文号，选填', 'Number, optional')}><input className="hq-native" value={source.number} onChange={({ target }) => put({ number: target.value })} /></Labelled>
      <Labelled title={say('条号，见过原文的必填', 'Article, needed when read in the text')}><input className="hq-native" value={source.clause} onChange={({ target }) => put({ clause: target.value })} /></Labelled>
      <Labelled title={say('核实程度', 'How sure')}>
        <ChoicePicker label={say('核实程度', 'How sure')} chosen={source.mark} onChange={(mark) => put({ mark })} options={marks.map((key) => ({ key: String(key), label: `${key} ${markWords[key]}` }))} />
      </Labelled>
      <Labelled title={say('层级', 'Level')}>
        <ChoicePicker label={say('层级', 'Level')} chosen={source.level} onChange={(level) => put({ level })} options={['国家', '省', '市', '区'].map((key) => ({ key, label: key }))} />
      </Labelled>
    </>
  )
}

export function Labelled({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <label className="hq-field">
      <span>{title}</span>
      {children}
    </label>
  )
}

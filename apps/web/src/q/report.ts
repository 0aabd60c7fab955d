// Reporting at a door: a few questions, photographs, one button; then the number and where to follow it.
import type { AskedByCode, AskedMatter, CodedThing } from '@houqin/wire'
import { element, show } from './element.ts'
import { canAsk, question } from './field-input.ts'
import { dropDraft, keepDraft, keptDraft, rememberSent } from './keep.ts'
import { photoInput } from './photos.ts'
import { readyFor, seenInside } from './ready-answers.ts'
import { ask, isFault, newKey } from './server.ts'
import { isEnglish, say } from './words.ts'

export function reportForm({ code, asked }: { code: string; asked: AskedMatter }): HTMLElement {
  const ready = readyFor(asked.matter)
  const draft: Record<string, string> = { ...ready.presets, ...keptDraft(code, asked.matter) }
  const fault = element('div', { class: 'fault', role: 'alert', hidden: true })
  const tell = (says: string): void => {
    fault.textContent = says
    fault.hidden = says === ''
  }
  // One attempt, one key: a press repeated after a lost answer does not report twice.
  let key = newKey()
  const questions = asked.fields.filter(canAsk).map((field) => ({
    field,
    ...question({
      field,
      kept: draft[field.name] ?? '',
      chips: (ready.chips[field.name] ?? []).map(([zh, en]) => (isEnglish() ? en : zh)),
      onChange(text) {
        draft[field.name] = text
        key = newKey()
        tell('')
        keepDraft(code, asked.matter, draft)
      },
    }),
  }))
  const pictures = asked.fields.find((field) => field.kind === 'files')
  const photos = pictures && photoInput({ code, id: 'f-photos', most: Math.min(pictures.max, 9) })
  const button = element('button', { type: 'submit', class: 'big' }, say(`提交${asked.title}`, 'Send'))

  async function send(): Promise<void> {
    tell('')
    let wrong = 0
    const input: Record<string, unknown> = {}
    for (const { field, answer, complain } of questions) {
      const value = answer()
      const missing = value === undefined && !field.optional
      const least = field.kind === 'text' ? (field.min ?? 0) : 0
      const short = typeof value === 'string' && value.length < least
      complain(missing ? say('请填写', 'Please fill this in') : short ? say(`至少 ${least} 个字`, `At least ${least} characters`) : '')
      if (missing || short) wrong++
      else if (value !== undefined) input[field.name] = value
    }
    if (wrong > 0) return tell(say('还有没填好的，见上面红字。', 'Something is missing, see the red words above.'))
    if (photos && photos.isSending()) return tell(say('照片还在上传，请稍等。', 'Photos are still being sent; wait a moment.'))
    button.disabled = true
    button.textContent = say('正在提交…', 'Sending…')
    const files = photos ? photos.tokens() : []
    const answer = await ask<AskedByCode>(`${code}/matters/${asked.matter}`, { body: { input, ...(files.length > 0 && { files }) }, key })
    button.disabled = false
    button.textContent = say(`提交${asked.title}`, 'Send')
    if (isFault(answer)) {
      for (const { field, complain } of questions) complain(answer.issues[`input.${field.name}`] ?? '')
      return tell(answer.fault)
    }
    dropDraft(code, asked.matter)
    rememberSent({ number: answer.number, title: asked.title, follow: answer.follow })
    showSent({ asked, number: answer.number, follow: answer.follow })
  }

  const [first, ...rest] = questions.map(({ box }) => box)
  return element(
    'form',
    {
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault()
        void send()
      },
    },
    first,
    pictures && photos ? element('div', { class: 'field' }, element('span', { class: 'label' }, pictures.label, element('span', { class: 'quiet' }, ` ${say('选填', 'optional')}`)), photos.box) : null,
    ...rest,
    fault,
    button,
  )
}

function showSent({ asked, number, follow }: { asked: AskedMatter; number: string; follow: string }): void {
  show(
    element('h1', { tabindex: '-1' }, say('已收到', 'Received')),
    element('div', { class: 'panel' },
      element('p', {}, say(`${asked.title}单号`, 'Number')),
      element('p', { class: 'number' }, number),
      element('p', { class: 'quiet' }, say('办到哪一步、谁在办，都在下面的链接里；办完后请在那里确认。', 'Where it stands is shown behind the link below; please confirm there when it is done.')),
    ),
    element('a', { class: 'big', href: follow }, say('查看进度', 'See where it stands')),
  )
}

/** The page of a thing: what it is, and what may be asked for here. */
export function thingPage({ code, thing, before }: { code: string; thing: CodedThing; before: Node | null }): readonly (Node | null)[] {
  const head = element('header', {}, element('h1', {}, thing.name), thing.where ? element('p', { class: 'quiet' }, thing.where) : null)
  const inside = !seenInside.includes(thing.register) ? null : element('p', { class: 'quiet' }, element('a', { href: `/scan?code=${code}` }, say('本单位人员：登录看这里', 'Staff: sign in and see it')))
  const [only, ...others] = thing.matters
  if (!only) return [head, inside, element('p', { class: 'panel' }, say('这里没有可以扫码办理的事项。', 'Nothing can be asked for here by code.')), before]
  if (others.length === 0) return [head, inside, element('h2', {}, only.title), reportForm({ code, asked: only }), before]
  return [
    head,
    inside,
    element('h2', {}, say('要办什么', 'What is it about')),
    ...thing.matters.map((asked) =>
      element('button', { type: 'button', class: 'choice', onclick: () => show(head, element('h2', {}, asked.title), reportForm({ code, asked })) }, asked.title),
    ),
    before,
  ]
}

// Following a report: where it stands, what happened; with the reporter's own code also 修好了, 没修好 and stars.
import type { CodedMatter, OneClickStep } from '@houqin/wire'
import { element, show } from './element.ts'
import { ask, isFault, newKey } from './server.ts'
import { say } from './words.ts'
import { wordsArea } from './words-area.ts'

/** Wall clock in Shanghai, as people read it: 2026-11-24 周二 09:30. */
export function moment(instant: string): string {
  const at = new Date(new Date(instant).getTime() + 8 * 3600000)
  const two = (n: number): string => (n < 10 ? `0${n}` : String(n))
  const day = at.getUTCDay()
  const weekday = say(`周${'日一二三四五六'.charAt(day)}`, ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][day] ?? '')
  return `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())} ${weekday} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
}

export function matterPage({ code, matter }: { code: string; matter: CodedMatter }): readonly (Node | null)[] {
  const isOver = matter.tone === 'done' || matter.tone === 'stopped'
  return [
    element('header', {}, element('p', { class: 'quiet' }, `${matter.title} ${matter.number}`), element('h1', {}, matter.subject)),
    element('div', { class: 'panel' },
      element('p', { class: 'state', 'data-tone': matter.overdue ? 'overdue' : matter.tone }, matter.stateTitle),
      matter.dueAt && !isOver ? element('p', {}, say('时限 ', 'Due '), element('time', { datetime: matter.dueAt }, moment(matter.dueAt)), matter.overdue ? say(' 已超时', ' overdue') : '') : null,
    ),
    matter.steps.length > 0 ? stepPanel({ code, steps: matter.steps }) : null,
    element('h2', {}, say('办理过程', 'What happened')),
    element('ol', { class: 'timeline' },
      ...matter.timeline.slice().sort((a, b) => (a.at < b.at ? 1 : -1)).map(({ at, label, comment }) =>
        element('li', {}, element('strong', {}, label), ' ', element('time', { class: 'quiet small', datetime: at }, moment(at)), comment ? element('p', { class: 'said' }, comment) : null),
      ),
    ),
  ]
}

function stepPanel({ code, steps }: { code: string; steps: readonly OneClickStep[] }): HTMLElement {
  const panel = element('section', { 'aria-label': say('请您确认', 'Please confirm') })
  const buttons = steps.slice().sort((a, b) => Number(b.primary) - Number(a.primary)).map((step) =>
    element('button', {
      type: 'button',
      class: step.primary ? 'big' : 'big second',
      onclick: () => {
        if (step.comment === 'none' && !step.rates) return void take({ code, step, panel, given: {} })
        panel.textContent = ''
        panel.append(stepForm({ code, step, panel, back: () => panel.replaceWith(stepPanel({ code, steps })) }))
      },
    }, step.label),
  )
  panel.append(...buttons)
  return panel
}

function stepForm({ code, step, panel, back }: { code: string; step: OneClickStep; panel: HTMLElement; back: () => void }): HTMLElement {
  let rating = 0
  const stars = element('div', { class: 'stars' })
  if (step.rates)
    for (let n = 1; n <= 5; n++) {
      const input = element('input', { type: 'radio', name: 'stars', value: String(n), 'aria-label': say(`${n} 星`, `${n} of 5 stars`) })
      input.addEventListener('change', () => {
        rating = n
        Array.prototype.forEach.call(stars.children, (label: Element, place: number) => label.classList.toggle('lit', place < n))
      })
      stars.append(element('label', {}, input, '★'))
    }
  const { input: words, note } = wordsArea({ id: 'words', maxlength: '500' })
  const issue = element('p', { class: 'issue', role: 'alert' })
  const required = step.comment === 'required'
  return element(
    'form',
    {
      class: 'panel',
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault()
        const comment = words.value.trim()
        if (required && !comment) {
          issue.textContent = say('请写明哪里没好', 'Please say what is still wrong')
          return words.focus()
        }
        void take({ code, step, panel, given: { ...(comment && { comment }), ...(rating > 0 && { rating }) } })
      },
    },
    element('h2', {}, step.label),
    step.rates ? element('fieldset', {}, element('legend', {}, say('满意吗', 'How was it')), stars) : null,
    step.comment !== 'none' ? element('div', { class: 'field' }, element('label', { for: 'words' }, required ? say('说明', 'What is wrong') : say('想说的话（选填）', 'Anything to say (optional)')), words, note, issue) : null,
    element('button', { type: 'submit', class: 'big' }, step.label),
    element('button', { type: 'button', class: 'big second', onclick: back }, say('返回', 'Back')),
  )
}

async function take({ code, step, panel, given }: { code: string; step: OneClickStep; panel: HTMLElement; given: { comment?: string; rating?: number } }): Promise<void> {
  const buttons = panel.querySelectorAll('button')
  const lock = (locked: boolean): void => buttons.forEach((button) => (button.disabled = locked))
  lock(true)
  const answer = await ask<CodedMatter>(`${code}/steps/${step.step}`, { body: given, key: newKey() })
  if (isFault(answer)) {
    lock(false)
    const told = panel.querySelector('.fault') ?? panel.appendChild(element('div', { class: 'fault', role: 'alert' }))
    told.textContent = answer.fault
    return
  }
  show(element('p', { class: 'done', role: 'status' }, say('已记下，谢谢。', 'Noted, thank you.')), ...matterPage({ code, matter: answer }))
}

// The small page starts here: reads the code in its address and shows what stands behind it.
import type { CodedMatter, CodedThing } from '@houqin/wire'
import { element, show } from './element.ts'
import { matterPage } from './follow.ts'
import { sentFromHere } from './keep.ts'
import { thingPage } from './report.ts'
import { ask, isFault } from './server.ts'
import { isEnglish, otherLanguage, say } from './words.ts'

const code = decodeURIComponent(location.pathname.split('/')[2] ?? '')

/** The reports this telephone has sent, to find them again. */
function sentBefore(): HTMLElement | null {
  const sent = sentFromHere()
  if (sent.length === 0) return null
  return element('section', { class: 'before' },
    element('h2', {}, say('我报过的', 'Sent from this phone')),
    element('ul', {}, ...sent.map(({ number, title, follow }) => element('li', {}, element('a', { href: follow }, `${title} ${number}`)))),
  )
}

async function start(): Promise<void> {
  document.documentElement.lang = isEnglish() ? 'en' : 'zh-CN'
  document.body.append(element('footer', {}, element('button', { type: 'button', class: 'language', lang: isEnglish() ? 'zh-CN' : 'en', onclick: otherLanguage }, isEnglish() ? '中文' : 'English')))
  const answer = await ask<CodedThing | CodedMatter>(encodeURIComponent(code))
  if (isFault(answer)) {
    show(
      element('h1', {}, say('打不开这个二维码', 'This code cannot be opened')),
      element('p', { class: 'panel' }, answer.fault),
      element('button', { type: 'button', class: 'big', onclick: () => location.reload() }, say('再试一次', 'Try again')),
    )
    return
  }
  document.title = answer.kind === 'thing' ? answer.name : `${answer.title} ${answer.number}`
  show(...(answer.kind === 'thing' ? thingPage({ code, thing: answer, before: sentBefore() }) : matterPage({ code, matter: answer })))
}

void start()

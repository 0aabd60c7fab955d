// Words at length 多行文字 on the page behind a code: the one text area there is, with what may not be entered under it.
import { element } from './element.ts'
import { say } from './words.ts'

export function wordsArea(attributes: Readonly<Record<string, string>>): { readonly input: HTMLTextAreaElement; readonly note: HTMLElement } {
  return { input: element('textarea', { ...attributes, rows: '3' }), note: element('p', { class: 'quiet' }, say('涉密信息不得录入。', 'No classified information.')) }
}

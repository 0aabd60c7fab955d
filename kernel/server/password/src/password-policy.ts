// 口令要求: what a password must be; each thing wrong with one is a sentence. Figures are the bureau's, no law's.
import { say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import { isCommonPassword } from './common-passwords.ts'

export const leastLength = 10
/** From this length on a password may be of any characters. */
export const passphraseLength = 16
export const greatestLength = 128
const leastClasses = 3
const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/] as const

/** What is wrong with a password for the account of that name; nothing when it will do. */
export function passwordFaults({ password, username, name }: { password: string; username: string; name: string }): readonly Sentence[] {
  const text = password.normalize('NFKC')
  const length = Array.from(text).length
  const faults: Sentence[] = []
  if (length < leastLength) faults.push(say(`密码至少 ${leastLength} 个字符，现在是 ${length} 个。`, `A password has at least ${leastLength} characters, this one has ${length}.`))
  if (length > greatestLength) faults.push(say(`密码最多 ${greatestLength} 个字符。`, `A password has at most ${greatestLength} characters.`))
  if (length < passphraseLength && classes.filter((one) => one.test(text)).length < leastClasses)
    faults.push(say(
      `密码应包含小写字母、大写字母、数字、其他字符中的至少三种，或不少于 ${passphraseLength} 个字符。`,
      `A password mixes at least three of lower case, upper case, digits and other characters, or has at least ${passphraseLength} characters.`,
    ))
  if (contains(text, [username, username.replace(/[._-]/g, '')], 3)) faults.push(say('密码不能包含用户名。', 'A password may not contain the username.'))
  if (contains(text, [name.replace(/\s/g, ''), ...name.split(/\s+/)], /\p{Script=Han}/u.test(name) ? 2 : 3))
    faults.push(say('密码不能包含姓名。', 'A password may not contain your name.'))
  if (isCommonPassword(text))
    faults.push(say(
      '密码由常见词语、日期或连续字符组成，容易被猜到，请换一个。',
      'The password is made of common words, dates or runs of characters and is easily guessed; choose another.',
    ))
  return faults
}

function contains(password: string, parts: readonly string[], least: number): boolean {
  const typed = password.toLowerCase()
  return parts.some((part) => Array.from(part).length >= least && typed.includes(part.toLowerCase()))
}

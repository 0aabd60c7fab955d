// 常见口令: the words passwords are made of when nobody thinks, in English, in pinyin, on the keyboard and at the office.

/** Lower case; found also when letters are swapped for look-alikes (p@ssw0rd). */
const words = `
  password passwd pass admin administrator adm root super supervisor system sysadmin manager master user guest test temp
  demo default change changeme welcome hello login letmein secret access server oracle mysql postgres huawei lenovo
  iloveyou love baby angel monkey dragon sunshine princess football summer winter spring autumn
  abc abcd abcde abcdef abcdefg aaa xxx
  qwerty qwertyuiop qwert qwe asdfghjkl asdfgh asdfg asdf asd zxcvbnm zxcvbn zxcv zxc
  qaz wsx edc rfv qazwsx qweasd qweasdzxc qazxsw poiuy lkjh mnbv 1q2w3e4r 1q2w3e q1w2e3r4 q1w2e3 1a2b3c a1b2c3
  woaini woaiwo woaiwojia woaizuguo woaizhongguo aini wojia woshishui wode mima kouling nihao wangluo diannao yonghu
  guanliyuan xitong ceshi zhanghao denglu zhongguo china beijing shanghai jiangsu nanjing wuxi suzhou dangyuan
  houqin zhihui zhihuihouqin jiguan shiwu shiwuju jgsw jgswj guanliju zhengfu quzhengfu bangong bangongshi bgs gov
  woaini1314 5201314 1314520 520 521 1314 147258369 147258 159357 963852741 741852963 789456123
  密码 口令 管理员 系统 我爱你 中国 后勤 机关 事务 你好 测试
`.trim().split(/\s+/)

const lookAlikes: Readonly<Record<string, string>> = {
  a: '[a@4]', b: '[b8]', e: '[e3]', g: '[g9]', i: '[i1!|]', l: '[l1!|]', o: '[o0]', s: '[s5$]', t: '[t7+]', z: '[z2]',
}
/** The digit keys with shift held, as in !QAZ@WSX. */
const shifted: Readonly<Record<string, string>> = { '!': '1', '@': '2', '#': '3', $: '4', '%': '5', '^': '6', '&': '7', '*': '8', '(': '9', ')': '0' }
const commonWord = new RegExp(
  words.toSorted((a, b) => b.length - a.length)
    .map((word) => Array.from(word, (letter) => lookAlikes[letter] ?? letter).join(''))
    .join('|'),
  'g',
)
const date = /(?:19|20)\d\d(?:(?:0?[1-9]|1[0-2])(?:0?[1-9]|[12]\d|3[01])?)?/g
const repeated = /(.)\1{2,}/g
const lettersLeft = 5

/**
 * True when little is left of a password once common words, dates, runs (12345, 87654) and repetitions (8888) are taken
 * out: whoever guesses by list and habit finds it.
 */
export function isCommonPassword(password: string): boolean {
  const typed = password.normalize('NFKC').toLowerCase()
  const unshifted = Array.from(typed, (character) => shifted[character] ?? character).join('')
  return [typed, unshifted].some((text) => {
    const rest = withoutRuns(text.replace(commonWord, ' ').replace(date, ' ').replace(repeated, ' '))
    return Array.from(rest.replace(/[^\p{L}\p{N}]/gu, '')).length < lettersLeft
  })
}

/** Takes out three or more digits or letters that follow each other up or down. */
function withoutRuns(text: string): string {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0)
  const inRun = new Set<number>()
  for (const step of [1, -1])
    for (let at = 2; at < codes.length; at += 1)
      if (follows(codes, at, step) && follows(codes, at - 1, step)) for (const place of [at - 2, at - 1, at]) inRun.add(place)
  return Array.from(text).filter((_, place) => !inRun.has(place)).join('')
}
function follows(codes: readonly number[], at: number, step: number): boolean {
  const [before = 0, here = 0] = [codes[at - 1], codes[at]]
  return here - before === step && /[\p{L}\p{N}]/u.test(String.fromCodePoint(here))
}

// What is asked of a new employee 新员工登记的内容, in the order it is asked.
import { date, longText, ref, text } from '@houqin/define'
import type { Say } from '@houqin/web-kit'
import { organ, person, post } from '@houqin/people'
import { room } from '@houqin/places'

/** @returns the fields of the page; choices are those of the registers they end in. */
export function newcomerFields(say: Say) {
  return {
    name: person.fields.name,
    phone: text(say('手机', 'Mobile phone'), { max: 11, pattern: { expression: /^1\d{10}$/, says: say('应为 11 位手机号', 'A mobile number has 11 digits') } }),
    identity: text(say('公民身份号码', 'Identity number'), { max: 18, hint: say('性别和出生日期从号码得出', 'Gender and birthday are read from it') }),
    organ: ref(say('到哪个单位', 'Which organ'), organ),
    title: post.fields.title,
    duty: post.fields.duty,
    employment: person.fields.employment,
    rank: person.fields.rank,
    startsOn: date(say('报到日期', 'Begins on')),
    room: ref(say('办公室', 'Office'), room, { optional: true }),
    username: text(say('用户名', 'Username'), { max: 64, optional: true, hint: say('不填则按姓名拼音自动编排', 'Left empty: made from the name') }),
    note: longText(say('备注', 'Note'), { max: 300, optional: true }),
  }
}

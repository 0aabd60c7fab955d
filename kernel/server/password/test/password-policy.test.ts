// 口令要求的故事: what guessers try first is refused with a reason, what nobody guesses is let pass.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { handoverPassword, passwordFaults } from '@houqin/password'

const liuMin = { username: 'liu.min', name: '刘敏' }
const faultsOf = (password: string): readonly string[] => passwordFaults({ ...liuMin, password }).map(({ zh }) => zh)

test('a password that nobody guesses will do', () => {
  for (const password of ['Xq7-veranda-moth', 'T8#kdPw2vLr', '今天食堂的鱼很好吃呢Ok7', 'correct horse battery staple', 'Wm4Rz8uKj3'])
    assert.deepEqual(faultsOf(password), [], password)
})

test('too short, and too few kinds of characters, are two sentences', () => {
  const faults = faultsOf('kdpwvlr')
  assert.equal(faults.length, 2)
  assert.match(faults[0] ?? '', /至少 10 个字符，现在是 7 个/)
  assert.match(faults[1] ?? '', /至少三种/)
  assert.deepEqual(faultsOf('kdpwvlrmtqhzgjxn'), [], 'sixteen letters of one kind will do')
})

test('the habits of the office are refused, however they are dressed up', () => {
  for (const password of [
    'Admin@123456', 'P@ssw0rd2024', 'Qwerty123!@#', '1qaz@WSX3edc', 'Woaini5201314', 'Abc@123456789', 'Houqin@2026',
    '!QAZ2wsx#EDC', 'Aa123456789!', 'Jiguan#88888888', 'a1b2c3D4!520', 'Zxcvbnm,.123', 'Woaizuguo@1949', 'Guanliyuan_2026',
    '1111111111111111', '1234567890123456', '我爱你密码123456Aa', 'Ｑｗｅｒｔｙ１２３！',
  ])
    assert.ok(faultsOf(password).some((fault) => fault.includes('容易被猜到')), password)
})

test('neither the username nor the name may stand inside', () => {
  assert.ok(faultsOf('xK7-LiuMin-Ev').includes('密码不能包含用户名。'))
  assert.ok(faultsOf('xK7-liu.min-Ev').includes('密码不能包含用户名。'))
  assert.ok(faultsOf('xK7-刘敏-Evr9').includes('密码不能包含姓名。'))
  assert.ok(passwordFaults({ username: 'jdoe', name: 'John Doe', password: 'Vx9-john-Trelk' }).length > 0)
})

test('every fault is said in English too', () => {
  for (const { en } of passwordFaults({ ...liuMin, password: 'liumin' })) assert.match(en, /^[A-Z][ -~]+\.$/)
})

test('a password made up by the system meets the policy, and does not repeat', () => {
  const made = Array.from({ length: 200 }, handoverPassword)
  assert.equal(new Set(made).size, made.length)
  for (const password of made) assert.deepEqual(faultsOf(password), [], password)
})

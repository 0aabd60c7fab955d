// How I am told 通知设置: the console always; other ways for each kind, the language, and when not to be disturbed.
import { call, ChipChoice, Fault, ProblemError, ProblemNotice, useMe, usePreferences, useSay, useToast, Waiting } from '@houqin/web-kit'
import type { Preference, PreferenceAnswer } from '@houqin/web-kit'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import './my-notices.css'

const preferenceQuery = queryOptions({ queryKey: ['notice-preference'], queryFn: ({ signal }) => call<PreferenceAnswer>('/notices/preferences', { signal }) })
const usualNight = { from: '22:00', to: '07:30' }

export function MyNotices(): ReactNode {
  const say = useSay()
  const { person } = useMe()
  const { locale } = usePreferences()
  const { data, error, refetch } = useQuery({ ...preferenceQuery, queryKey: [...preferenceQuery.queryKey, locale], enabled: person !== null })
  if (person === null) return null
  return (
    <section className="hq-panel hq-stack">
      <h2>{say('通知', 'Notices')}</h2>
      {error && !data ? <Fault error={error} onRetry={() => void refetch()} /> : data ? <Choices key={data.version} answer={data} /> : <Waiting lines={3} />}
    </section>
  )
}

function Choices({ answer }: { answer: PreferenceAnswer }): ReactNode {
  const say = useSay()
  const toast = useToast()
  const client = useQueryClient()
  const [chosen, setChosen] = useState<Preference>({ locale: answer.locale, quiet: answer.quiet, ways: answer.ways })
  const { hours, restDays } = chosen.quiet
  const change = (part: Partial<Preference>): void => setChosen({ ...chosen, ...part })
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => call('/notices/preferences', { method: 'PUT', body: chosen, version: answer.version }),
    onSuccess: () => {
      toast({ says: say('通知设置已保存', 'Your preferences are kept') })
      return client.invalidateQueries({ queryKey: preferenceQuery.queryKey })
    },
  })
  if (answer.channels.length === 0)
    return <p className="hq-secondary">{say('通知在这里的“消息”里，打开页面时随到随响。短信、邮件、企业微信等由系统管理员开通，开通后可以在这里选择哪些事用哪种方式。', 'Notices are under “News” and ring while a page is open. Once the system administrator has set up e-mail, text messages or WeCom, choose here which of them tell you what.')}</p>
  const without = answer.channels.filter(({ known }) => !known).map(({ label }) => label)
  return (
    <>
      {without.length > 0 && <p className="hq-secondary">{say(`还没有登记您的${without.join('、')}地址，这些方式暂时收不到。`, `You are not known yet on ${without.join(', ')}, which cannot reach you.`)}</p>}
      <fieldset className="hq-field">
        <legend>{say('免打扰（紧急的照常送达）', 'Quiet hours (what is urgent goes through)')}</legend>
        <ChipChoice
          options={[{ key: 'on', label: say('夜间不打扰', 'Quiet at night') }, { key: 'off', label: say('随时', 'At any time') }]}
          chosen={[hours ? 'on' : 'off']}
          onChange={([key]) => change({ quiet: { hours: key === 'on' ? usualNight : null, restDays } })}
        />
        {hours && (
          <span className="hq-row hq-quiet">
            <input type="time" value={hours.from} aria-label={say('自', 'From')} onChange={({ target }) => change({ quiet: { hours: { ...hours, from: target.value }, restDays } })} />
            <span aria-hidden="true">–</span>
            <input type="time" value={hours.to} aria-label={say('至', 'Until')} onChange={({ target }) => change({ quiet: { hours: { ...hours, to: target.value }, restDays } })} />
          </span>
        )}
        <ChipChoice
          options={[{ key: 'wait', label: say('休息日等到上班', 'Days of rest wait') }, { key: 'ring', label: say('休息日也提醒', 'Days of rest too') }]}
          chosen={[restDays ? 'wait' : 'ring']}
          onChange={([key]) => change({ quiet: { hours, restDays: key === 'wait' } })}
        />
      </fieldset>
      <fieldset className="hq-field">
        <legend>{say('外发通知的语言', 'Language of what is sent')}</legend>
        <ChipChoice options={[{ key: 'zh', label: '中文' }, { key: 'en', label: 'English' }]} chosen={[chosen.locale]} onChange={([key]) => change({ locale: key === 'en' ? 'en' : 'zh' })} />
      </fieldset>
      <details>
        <summary className="hq-ways-head">{say('每类通知用哪种方式', 'Which ways for which kind')}</summary>
        <ul className="hq-ways">
          {answer.kinds.map(({ kind, label, importance }) => (
            <li key={kind}>
              <fieldset className="hq-field">
                <legend>{label}</legend>
                <ChipChoice
                  many
                  options={answer.channels.map(({ channel, label: name }) => ({ key: channel, label: name }))}
                  chosen={chosen.ways[kind] ?? (importance === 'normal' ? [] : answer.channels.filter(({ known }) => known).slice(0, 1).map(({ channel }) => channel))}
                  onChange={(ways) => change({ ways: { ...chosen.ways, [kind]: ways } })}
                />
              </fieldset>
            </li>
          ))}
        </ul>
      </details>
      {error instanceof ProblemError && <ProblemNotice problem={error} />}
      <Button loading={isPending} onClick={() => mutate()}>
        {say('保存', 'Save')}
      </Button>
    </>
  )
}

// One template 模板: its words in both languages, with the names it may use; a wrong name is said before it is kept.
import { call, KeptForm, ProblemError, Sheet, useKeptDraft, useSay, WordsArea } from '@houqin/web-kit'
import type { Template, TemplateRow } from '@houqin/web-kit'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import type { ReactNode } from 'react'
import { templatesQuery } from './templates.ts'

export function TemplateSheet({ row, onClose }: { row: TemplateRow; onClose: () => void }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const kept = useKeptDraft(`template.${row.id}.${row.version}`, row.words)
  const words = kept.values
  const path = `/notices/templates/${row.id}`
  const done = async (): Promise<void> => {
    kept.sent()
    await client.invalidateQueries({ queryKey: templatesQuery.queryKey })
    onClose()
  }
  const keep = useMutation({ mutationFn: () => call(path, { method: 'PUT', body: words, version: row.version }), onSuccess: done })
  const drop = useMutation({ mutationFn: () => call(path, { method: 'DELETE', version: row.version }), onSuccess: done })
  const error = keep.error ?? drop.error
  const meanings: Readonly<Record<string, string>> = {
    subject: say('事由', 'what it is about'), number: say('编号', 'its number'), title: say('哪类事项', 'which matter'), state: say('状态', 'its state'), step: say('办了哪一步', 'the step taken'),
    by: say('谁办的', 'who took it'), comment: say('说明', 'the comment'), due: say('时限', 'the deadline'), role: say('角色', 'the role'), place: say('单位或场所', 'organ or site'),
    days: say('起止日期', 'from and until'), person: say('人员', 'the person'), hours: say('工作小时', 'working hours'),
  }
  const put = (locale: 'zh' | 'en', part: Partial<Template>): void => kept.set({ [locale]: { ...words[locale], ...part } })
  const languages = [['zh', say('中文', 'Chinese')], ['en', say('英文', 'English')]] as const
  return (
    <Sheet title={row.label} onClose={onClose}>
      <KeptForm
        kept={kept}
        problem={error instanceof ProblemError ? error : null}
        others={[]}
        sending={keep.isPending}
        onSend={() => keep.mutate()}
        onCancel={onClose}
        besides={
          row.version > 0 && (
            <Button loading={drop.isPending} onClick={() => drop.mutate()}>
              {say('恢复原文', 'Back to the original')}
            </Button>
          )
        }
      >
        <p className="hq-secondary">
          {say('可用的名字：', 'Names you may use: ')}
          {row.names.map((name) => `{${name}} ${meanings[name] ?? ''}`.trim()).join(say('、', ', '))}
          {say('。一行里的名字都为空时，这一行不发。', '. A line whose names are all empty is left out.')}
        </p>
        {languages.map(([locale, language]) => (
          <fieldset key={locale} className="hq-field hq-stack">
            <legend>{language}</legend>
            <Input value={words[locale].title} maxLength={200} aria-label={`${language} ${say('标题', 'title')}`} onChange={({ target }) => put(locale, { title: target.value })} />
            <WordsArea value={words[locale].text} maxLength={2000} autoSize={{ minRows: 2 }} aria-label={`${language} ${say('正文', 'text')}`} onChange={({ target }) => put(locale, { text: target.value })} />
          </fieldset>
        ))}
      </KeptForm>
    </Sheet>
  )
}

import { TriangleAlert, X } from 'lucide'
import type { ComponentChildren } from 'preact'
import { reportText } from '../../core/app/error-report'
import type { PiyueApi } from '../../core/contract/contract'
import type { Messages } from '../../core/messages/en'
import type { Announcer, Notices, Standing } from '../state/notices'
import { useMessages, usePreferences } from '../state/preferences'
import type { View } from '../state/view'
import { Icon, IconButton } from '../ui/icon'

interface NoticesProps {
  readonly notices: Notices
  readonly version: string
  readonly api: Pick<PiyueApi, 'copyText' | 'showInFolder'>
  /** The document that is open, if one is. */
  readonly openId?: string
  /** What is to be told of the open document. */
  readonly children?: ComponentChildren
}

/** What the reader must know of the files: how they were found, and whether changes reach the disk. */
export function NoticeList({ notices, version, api, openId, children }: NoticesProps) {
  const messages = useMessages()
  const standing = notices.standing(openId).map((status) => say(messages, status))
  const showFolder = (
    <button type="button" class="quiet-button" onClick={() => void api.showInFolder('data')}>
      {messages.store.showFolder}
    </button>
  )
  return (
    <div class="notices">
      <ErrorNotice notices={notices} version={version} api={api} />
      {[...new Set(standing)].map((text) => (
        <Notice key={text} text={text}>
          {showFolder}
        </Notice>
      ))}
      {notices.list.value.map((notice) => {
        const text = messages.store.notice(notice)
        return (
          <Notice key={text} text={text}>
            {showFolder}
            <IconButton
              icon={X}
              label={messages.store.dismiss}
              onClick={() => notices.dismiss(notice)}
            />
          </Notice>
        )
      })}
      {children}
    </div>
  )
}

/** Says once that something unforeseen happened, and offers what helps to mend it. */
function ErrorNotice({ notices, version, api }: NoticesProps) {
  const { store, unforeseen } = useMessages()
  const report = notices.error.value
  if (report === null) return null
  return (
    <Notice text={unforeseen.happened}>
      <button
        type="button"
        class="quiet-button"
        onClick={() => void api.copyText(reportText(report, version))}
      >
        {unforeseen.copyDetails}
      </button>
      <IconButton icon={X} label={store.dismiss} onClick={() => notices.dismissError()} />
    </Notice>
  )
}

function Notice({ text, children }: { text: string; children: ComponentChildren }) {
  return (
    <div class="notice" role="alert">
      <Icon of={TriangleAlert} />
      <p>{text}</p>
      {children}
    </div>
  )
}

function say(messages: Messages, status: Standing): string {
  switch (status.state) {
    case 'unsaved':
      return messages.store.unsaved(status.file, messages.problems[status.problem], status.code)
    case 'read-only':
      return messages.store.readOnly(status.file, status.version)
  }
}

/** The first stop of Tab: straight to the text, past the bar and the contents. */
export function SkipLink({ onSkip }: { onSkip: () => void }) {
  return (
    <a
      class="skip-link"
      href="#text"
      onClick={(event) => {
        event.preventDefault()
        onSkip()
      }}
    >
      {useMessages().reading.skipToText}
    </a>
  )
}

interface AnnouncementsProps {
  readonly announcer: Announcer
  /** How the document is seen that is spoken of: its words are in that script. */
  readonly view: View
}

/** What was just done, spoken once by screen readers. */
export function Announcements({ announcer, view }: AnnouncementsProps) {
  const { text, count } = announcer.last.value
  const { language } = usePreferences()
  return (
    <div class="visually-hidden" role="status" aria-label={useMessages().regions.announcements}>
      {/* A new element each time, so that the same words are spoken again. */}
      <span key={count}>
        {language.value === 'en' ? inTheirLanguage(text, view.rendition.value.lang) : text}
      </span>
    </div>
  )
}

/** An English sentence in which Chinese words are quoted, each voice told which are its own. */
const inTheirLanguage = (text: string, lang: string) =>
  text.split(/(\s+)/u).map((part, i) =>
    /\p{Script=Han}/u.test(part) ? (
      <span key={i} lang={lang}>
        {part}
      </span>
    ) : (
      part
    ),
  )

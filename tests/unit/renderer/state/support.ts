import { signal } from '@preact/signals'
import type { Annotation } from '../../../../core/annotation/annotation'
import {
  type AnnotationMap,
  applyChangeSet,
  type ChangeSet,
} from '../../../../core/annotation/change-set'
import type { Command } from '../../../../core/annotation/command'
import { DeferredAnnotations } from '../../../../core/annotation/deferred-annotations'
import { type Draft, type DraftTarget, keyOfTarget } from '../../../../core/annotation/draft'
import { execute } from '../../../../core/annotation/execute'
import { defaultSettings } from '../../../../core/app/settings'
import type {
  AppEvent,
  AppOpening,
  ChangeOutcome,
  PiyueApi,
  WorkspaceOpening,
} from '../../../../core/contract/contract'
import { en } from '../../../../core/messages/en'
import { OpenDocument } from '../../../../core/publication/open-document'
import type { Publication } from '../../../../core/publication/publication'
import { codePoints } from '../../../../core/text/code-points'
import { AppState } from '../../../../renderer/state/app-state'
import type { WorkspaceState } from '../../../../renderer/state/workspace-state'
import type { Speech, SpeechEnd, Utterance, Voice } from '../../../../renderer/ui/speech'
import { noon } from '../../support/annotations'
import { editionOf } from '../../support/document'
import { publication as report } from '../../support/report'

/** A document of two paragraphs, as the library would give it. */
const publicationOf = (id: string): Publication => ({
  ...report,
  document: editionOf(id, '第一段的文字。', '第二段的文字。').data,
  renditions: [],
  apparatus: { ...report.apparatus, emendations: [], sic: [] },
})

/** A voice engine in memory: it speaks until a test says how it ended. */
export class FakeSpeech implements Speech {
  list: readonly Voice[] = [
    { id: 'hui', name: 'Huihui', lang: 'zh-CN' },
    { id: 'mei', name: 'Meijia', lang: 'zh-TW' },
    { id: 'sin', name: 'Sinji', lang: 'zh-HK' },
    { id: 'ann', name: 'Ann', lang: 'en-GB' },
  ]
  readonly spoken: Utterance[] = []
  #end: ((how: SpeechEnd) => void) | undefined

  get isSpeaking(): boolean {
    return this.#end !== undefined
  }

  readonly voices = async (): Promise<readonly Voice[]> => this.list

  readonly speak = (utterance: Utterance): Promise<SpeechEnd> => {
    this.stop()
    this.spoken.push(utterance)
    return new Promise((resolve) => {
      this.#end = resolve
    })
  }

  readonly stop = (): void => this.#finish('stopped')

  /** What is being spoken ends so; gives the state time to hear of it. */
  async end(how: SpeechEnd = 'ended'): Promise<void> {
    this.#finish(how)
    await new Promise(setImmediate)
  }

  #finish(how: SpeechEnd): void {
    const end = this.#end
    this.#end = undefined
    end?.(how)
  }
}

/** Main as the page knows it, in memory: what it does is core's own; when it answers is the test's. */
export class FakeMain {
  readonly drafts = new Map<string, Draft>()
  readonly calls: string[] = []
  readonly errors: unknown[] = []
  /** The documents that are open, the one before until the page has let go of it. */
  readonly openIds = new Set<string>()
  annotations: AnnotationMap = new Map()
  revision = 0
  /** While set, the notes are being read: what is asked of them waits. */
  reading: Promise<void> | undefined
  /** While set, changes are carried out, and answered only when it is done. */
  held: Promise<void> | undefined
  #listener: ((event: AppEvent) => void) | undefined
  /** What the page is still to be told of; very little is told at once. */
  readonly deferred = new DeferredAnnotations(4)
  /** The documents that the drafts are in. */
  readonly #homes = new Map<string, string>()
  readonly #documents = new Map<string, OpenDocument>()

  constructor(ids: readonly string[] = ['small']) {
    for (const id of ids) this.#documents.set(id, new OpenDocument(publicationOf(id)))
  }

  readonly speech = new FakeSpeech()

  readonly opening: AppOpening = {
    version: '0',
    platform: 'linux',
    systemLanguage: 'en',
    settings: defaultSettings,
    notices: [],
    showing: { documentId: 'small', annotationId: null },
    bundledId: 'small',
  }

  readonly api: PiyueApi = {
    openWorkspace: async (id: string) => {
      this.calls.push(`open ${id}`)
      if (this.reading !== undefined) await this.reading
      const opening = this.workspace(id)
      this.openIds.add(id)
      return opening
    },
    enterWorkspace: async (id: string) => {
      this.openIds.clear()
      this.openIds.add(id)
    },
    publicationOf: async (id: string) => this.#open(id).publication,
    moreAnnotations: async (_id: string, from: number) => {
      this.calls.push(`more from ${from}`)
      const portion = this.deferred.portion(this.annotations, this.revision, from)
      await this.held
      return portion
    },
    change: async (id: string, command: Command) => {
      if (this.reading !== undefined) await this.reading
      return this.change(id, command)
    },
    undo: async (id: string) => {
      this.calls.push(`undo ${id}`)
      await this.held
      return { done: false, reason: 'nothing-to-do' }
    },
    saveSettings: async () => {},
    saveView: async () => {},
    saveDraft: async (id: string, draft: Draft) => {
      if (this.reading !== undefined) await this.reading
      if (!this.openIds.has(id)) throw new Error(`${id} is not open`)
      const key = keyOfTarget(draft.target)
      // The one written last is the last.
      this.drafts.delete(key)
      this.drafts.set(key, draft)
      this.#homes.set(key, id)
    },
    dropDraft: async (_id: string, target: DraftTarget) => {
      this.drafts.delete(keyOfTarget(target))
    },
    reportError: async (report: unknown) => {
      this.errors.push(report)
    },
    onEvent: (listener: (event: AppEvent) => void) => {
      this.#listener = listener
      return () => {
        this.#listener = undefined
      }
    },
  } as unknown as PiyueApi

  /** What is being written on a mark, as it is kept. */
  draftOn(id: string): Draft | undefined {
    return this.drafts.get(keyOfTarget({ kind: 'annotation', id }))
  }

  workspace(id: string): WorkspaceOpening {
    return {
      publication: this.#open(id).publication,
      annotations: this.deferred.begin(this.annotations, codePoints(0), []),
      deferred: this.deferred.span,
      history: { undo: null, redo: null },
      drafts: [...this.drafts].flatMap(([key, draft]) =>
        this.#homes.get(key) === id ? draft : [],
      ),
      revision: this.revision,
      store: { state: 'saved' },
      notices: [],
    }
  }

  /** The page before it shows a document. */
  page(): AppState {
    const { api, opening, speech } = this
    return new AppState({
      api,
      opening,
      locale: { language: 'en', messages: en },
      isNarrow: signal(false),
      speech,
    })
  }

  /** The page that shows the document, as it is once it is open. */
  async open(): Promise<{ app: AppState; workspace: WorkspaceState }> {
    const app = this.page()
    await app.show(this.opening.showing)
    const workspace = app.workspace.peek()
    if (workspace === null) throw new Error('Nothing is open')
    return { app, workspace }
  }

  async change(documentId: string, command: Command): Promise<ChangeOutcome> {
    this.calls.push(command.kind)
    const document = this.#open(documentId).document
    const newId = () => `new-${this.revision}`
    const set = execute(command, { annotations: this.annotations, document, now: noon, newId })
    if (set.changes.length > 0) this.make(set, documentId)
    await this.held
    return {
      done: true,
      gesture: set.gesture,
      changed: set.changes.map((change) =>
        change.kind === 'delete' ? change.before.id : change.after.id,
      ),
    }
  }

  /** Makes a change, and tells the page unless it is not to hear of it; gives what is told. */
  make(set: ChangeSet, documentId = 'small', isTold = true): AppEvent {
    this.annotations = applyChangeSet(this.annotations, set)
    this.revision++
    const { revision } = this
    const history = { undo: set.gesture, redo: null }
    const atOnce = this.deferred.of(set)
    const deferred = this.deferred.span.to
    const event: AppEvent = {
      kind: 'changed',
      documentId,
      revision,
      set: atOnce,
      deferred,
      history,
    }
    if (isTold) this.tell(event)
    return event
  }

  #open(id: string): OpenDocument {
    const open = this.#documents.get(id)
    if (open === undefined) throw new Error(`${id} is not in the library`)
    return open
  }

  tell(event: AppEvent): void {
    this.#listener?.(event)
  }
}

/** What makes an annotation from outside. */
export const creationOf = (...annotations: readonly Annotation[]): ChangeSet => ({
  gesture: 'import',
  at: noon,
  changes: annotations.map((after) => ({ kind: 'create', after })),
})

/** After what follows at once. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Main has the page show a document. */
export function show(
  main: FakeMain,
  documentId: string,
  annotationId: string | null = null,
): Promise<void> {
  main.tell({ kind: 'show', showing: { documentId, annotationId } })
  return settled()
}

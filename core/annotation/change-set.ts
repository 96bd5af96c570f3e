import { type Annotation, sameAnnotation } from './annotation'

/** One annotation made, changed or taken away, with all that is needed to go back. */
export type Change =
  | { readonly kind: 'create'; readonly after: Annotation }
  | { readonly kind: 'update'; readonly before: Annotation; readonly after: Annotation }
  | { readonly kind: 'delete'; readonly before: Annotation }

/** What the reader did, as the Edit menu names it. */
export const gestures = [
  'highlight',
  'bookmark',
  'restyle',
  'note',
  'tags',
  'reattach',
  're-range',
  'delete',
  'import',
  'restore',
  'repair',
  'correct',
  'cite',
] as const

export type Gesture = (typeof gestures)[number]

/** Everything that one gesture of the reader changed: the unit of undo. */
export interface ChangeSet {
  readonly gesture: Gesture
  /** ISO 8601, milliseconds, UTC. */
  readonly at: string
  readonly changes: readonly Change[]
}

/** The annotation that a change is about. */
export const idOf = (change: Change): string =>
  change.kind === 'delete' ? change.before.id : change.after.id

/** What takes a change back. */
function invertChange(change: Change): Change {
  switch (change.kind) {
    case 'create':
      return { kind: 'delete', before: change.after }
    case 'update':
      return { kind: 'update', before: change.after, after: change.before }
    case 'delete':
      return { kind: 'create', after: change.before }
  }
}

/** What takes the whole gesture back, last change first. */
export const invert = (set: ChangeSet): ChangeSet => ({
  ...set,
  changes: set.changes.map(invertChange).reverse(),
})

/** Annotations by id. */
export type AnnotationMap = ReadonlyMap<string, Annotation>

/**
 * The annotations after a change set.
 *
 * @throws ChangeConflict if a change does not meet the state that it was made for: creating what is
 *   there, or changing or deleting what is not, or not as it was. Nothing is applied then.
 */
export function applyChangeSet(annotations: AnnotationMap, set: ChangeSet): AnnotationMap {
  const next = new Map(annotations)
  for (const change of set.changes) {
    switch (change.kind) {
      case 'create':
        if (next.has(change.after.id)) throw new ChangeConflict(change.after.id)
        next.set(change.after.id, change.after)
        break
      case 'update':
        mustStand(next, change.before)
        if (change.before.id !== change.after.id) throw new ChangeConflict(change.before.id)
        next.set(change.after.id, change.after)
        break
      case 'delete':
        mustStand(next, change.before)
        next.delete(change.before.id)
        break
    }
  }
  return next
}

/** @throws ChangeConflict if an annotation is not there, or otherwise than it was. */
function mustStand(annotations: AnnotationMap, before: Annotation): void {
  const there = annotations.get(before.id)
  if (there === undefined || !sameAnnotation(there, before)) throw new ChangeConflict(before.id)
}

/**
 * The annotations after a change set, for one who does not know of all yet: what it changes stands as after
 * it, however it stood before.
 */
export function settleChangeSet(annotations: AnnotationMap, set: ChangeSet): AnnotationMap {
  const next = new Map(annotations)
  for (const change of set.changes) {
    if (change.kind === 'delete') next.delete(change.before.id)
    else next.set(change.after.id, change.after)
  }
  return next
}

/** A change that does not fit the annotations there are. */
export class ChangeConflict extends Error {
  constructor(readonly annotationId: string) {
    super(`The change does not fit annotation ${annotationId} as it stands.`)
    this.name = 'ChangeConflict'
  }
}

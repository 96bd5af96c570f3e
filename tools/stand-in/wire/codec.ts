/**
 * Structured values as JSON text, for the debugging protocol carries nothing but text. What JSON has goes as it is;
 * what it has not, as an object whose `$` says what it was, and so does an object that has a `$` of its own.
 *
 * Runs in Node and in Chromium. What the structured clone algorithm refuses (functions, DOM nodes,
 * symbols) is refused here with the same error; shared references become copies, and cycles and
 * blobs are not supported.
 */

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const typedArrays = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
}
const errorTypes = {
  Error,
  TypeError,
  RangeError,
  SyntaxError,
  ReferenceError,
  EvalError,
  URIError,
}

/** @throws DataCloneError for what cannot be cloned, TypeError for a cycle */
export function pack(value: unknown): string {
  // Most messages are JSON throughout, and a long one need not be made anew for that.
  return JSON.stringify(isJson(value) ? value : encode(structuredClone(value), new Set()))
}

/** The inverse of {@link pack}. */
export function unpack(text: string): unknown {
  const json = JSON.parse(text) as Json
  // Most messages are JSON throughout; within a string its quotes would be escaped.
  return text.includes('"$":') ? decode(json) : json
}

/** Deeper than anything that is sent, unless it is in itself. */
const deepest = 64

/** Whether JSON has a value as it is, and nothing in it is taken for a mark of ours. */
function isJson(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  if (typeof value !== 'object' || depth > deepest) return false
  const isPart = (part: unknown): boolean => isJson(part, depth + 1)
  // What an empty place of a list is, JSON says otherwise.
  if (Array.isArray(value)) return Array.from(value).every(isPart)
  if (Object.getPrototypeOf(value) !== Object.prototype) return false
  return !Object.hasOwn(value, '$') && Object.values(value).every(isPart)
}

function encode(value: unknown, within: Set<object>): Json {
  if (value === undefined) return { $: 'undefined' }
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') {
    const plain = Number.isFinite(value) && !Object.is(value, -0)
    return plain ? value : { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) }
  }
  if (typeof value === 'bigint') return { $: 'bigint', v: String(value) }
  if (typeof value !== 'object') throw new TypeError(`stand-in: a ${typeof value} cannot be sent`)
  if (within.has(value)) throw new TypeError('stand-in: a cyclic object cannot be sent')
  within.add(value)
  const encoded = encodeObject(value, (member) => encode(member, within))
  within.delete(value)
  return encoded
}

function encodeObject(value: object, member: (value: unknown) => Json): Json {
  if (Array.isArray(value)) return Array.from(value, member)
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    return { $: 'bytes', type: kindOf(value), v: toBase64(bytes) }
  }
  const kind = kindOf(value)
  switch (kind) {
    case 'Date':
      return { $: kind, v: member((value as Date).getTime()) }
    case 'RegExp':
      return { $: kind, v: (value as RegExp).source, flags: (value as RegExp).flags }
    case 'Map':
      return { $: kind, v: Array.from(value as Map<unknown, unknown>, (entry) => member(entry)) }
    case 'Set':
      return { $: kind, v: Array.from(value as Set<unknown>, member) }
    case 'Error': {
      const { name, message, stack = '' } = value as Error
      return { $: kind, name, v: message, stack }
    }
    case 'ArrayBuffer':
      return { $: 'bytes', type: kind, v: toBase64(new Uint8Array(value as ArrayBuffer)) }
    case 'Object': {
      const entries = Object.entries(value).map(([key, inner]) => [key, member(inner)] as const)
      const members = Object.fromEntries(entries)
      return Object.hasOwn(members, '$') ? { $: 'object', v: members } : members
    }
    default:
      throw new TypeError(`stand-in: a ${kind} cannot be sent`)
  }
}

/** What kind of built-in object this is, whichever realm it comes from. */
function kindOf(value: object): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1)
}

function decode(json: Json): unknown {
  if (json === null || typeof json !== 'object') return json
  if (Array.isArray(json)) return json.map(decode)
  if (!Object.hasOwn(json, '$')) return decodeMembers(json)
  const { v } = json
  const kind = json['$'] as string
  switch (kind) {
    case 'undefined':
      return undefined
    case 'number':
      return Number(v)
    case 'bigint':
      return BigInt(v as string)
    case 'Date':
      return new Date(decode(v as Json) as number)
    case 'RegExp':
      return new RegExp(v as string, json['flags'] as string)
    case 'Map':
      return new Map((v as [Json, Json][]).map(([k, inner]) => [decode(k), decode(inner)]))
    case 'Set':
      return new Set((v as Json[]).map(decode))
    case 'Error':
      return decodeError(json)
    case 'bytes':
      return decodeBytes(json['type'] as string, v as string)
    case 'object':
      return decodeMembers(v as Record<string, Json>)
    default:
      throw new TypeError(`stand-in: unknown kind of value ${kind}`)
  }
}

function decodeMembers(members: Record<string, Json>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).map(([key, value]) => [key, decode(value)]))
}

function decodeError(json: Record<string, Json>): Error {
  const Type = errorTypes[json['name'] as keyof typeof errorTypes] ?? Error
  const error = new Type(json['v'] as string)
  error.stack = json['stack'] as string
  return error
}

function decodeBytes(type: string, text: string): unknown {
  const bytes = fromBase64(text)
  if (type === 'ArrayBuffer') return bytes.buffer
  if (type === 'DataView') return new DataView(bytes.buffer)
  return new typedArrays[type as keyof typeof typedArrays](bytes.buffer)
}

/** `btoa` takes one byte a character, and a call takes only so many arguments. */
const chunk = 0x8000

function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += chunk)
    binary += String.fromCharCode(...bytes.subarray(at, at + chunk))
  return btoa(binary)
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}

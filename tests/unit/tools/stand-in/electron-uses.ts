/**
 * Prints what the main process, the preload and the processes beside main ask of Electron, as a list in JSON.
 * TypeScript's own checker says which properties are Electron's, whatever the variables are called. It
 * runs as a program of its own, for the checker comes as a module that Jest cannot load.
 */
import path from 'node:path'
import {
  type ClassDeclaration,
  type InterfaceDeclaration,
  type Node,
  type PropertyAccessExpression,
  SyntaxKind,
} from 'typescript/unstable/ast'
import {
  isCallExpression,
  isClassDeclaration,
  isIdentifier,
  isInterfaceDeclaration,
  isNewExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isStringLiteral,
} from 'typescript/unstable/ast/is'
import { API, type Checker, type Symbol as Named } from 'typescript/unstable/sync'

const root = path.join(__dirname, '../../../..')

/** What the list calls an object, where that is not its type's name with a small letter. */
const objects: Readonly<Record<string, string>> = {
  BaseWindow: 'window',
  BrowserWindow: 'window',
  CommandLine: 'app.commandLine',
  Dock: 'app.dock',
  MenuItem: 'item',
  ParentPort: 'process.parentPort',
  WebRequest: 'session.webRequest',
}

/** The class or interface of Electron's that a property is of; none if it is another's. */
function ownerOf(property: Named): ClassDeclaration | InterfaceDeclaration | undefined {
  const { declarations } = property
  if (!declarations.every(({ path: file }) => file.endsWith('/electron/electron.d.ts')))
    return undefined
  const owner = declarations[0]?.resolve()?.parent
  return owner && (isClassDeclaration(owner) || isInterfaceDeclaration(owner)) ? owner : undefined
}

/** Whether something can be asked of it: an interface without a method is data that Electron hands out. */
const canBeAsked = (owner: ClassDeclaration | InterfaceDeclaration): boolean =>
  isClassDeclaration(owner) || owner.members.some(({ kind }) => kind === SyntaxKind.MethodSignature)

/** Whether it only leads on to another object of Electron's, as `window.webContents.send` does by `webContents`. */
function leadsOn(access: PropertyAccessExpression, checker: Checker): boolean {
  const { parent } = access
  if (!isPropertyAccessExpression(parent) || parent.expression !== access) return false
  const next = checker.getSymbolAtLocation(parent.name)
  return next !== undefined && ownerOf(next) !== undefined
}

/** `('ready')` behind `on` and `once`; else nothing. */
function eventIn(access: PropertyAccessExpression): string {
  if (!['on', 'once'].includes(access.name.text) || !isCallExpression(access.parent)) return ''
  const [event] = access.parent.arguments
  return event && isStringLiteral(event) ? `('${event.text}')` : ''
}

function nameOf(access: PropertyAccessExpression, property: Named, checker: Checker) {
  const owner = ownerOf(property)
  if (owner?.name === undefined || !canBeAsked(owner) || leadsOn(access, checker)) return undefined
  const type = owner.name.text
  const member = property.declarations[0]?.resolve()
  const isStatic =
    member !== undefined &&
    'modifiers' in member &&
    (member.modifiers as readonly Node[] | undefined)?.some(
      ({ kind }) => kind === SyntaxKind.StaticKeyword,
    )
  const object = isStatic
    ? access.expression.getText()
    : (objects[type] ?? `${type.charAt(0).toLowerCase()}${type.slice(1)}`)
  return `${object}.${property.name}${eventIn(access)}`
}

function usesIn(file: Node, checker: Checker): readonly string[] {
  const uses: string[] = []
  const visit = (node: Node): void => {
    if (isPropertyAccessExpression(node)) {
      const property = checker.getSymbolAtLocation(node.name)
      const name = property && nameOf(node, property, checker)
      if (name !== undefined) uses.push(name)
    } else if (isNewExpression(node) && isIdentifier(node.expression)) {
      const type = checker.getTypeAtLocation(node)?.getSymbol()
      if (type?.declarations[0]?.path.endsWith('/electron/electron.d.ts'))
        uses.push(`new ${node.expression.text}`)
    } else if (isPropertyAssignment(node) && node.name.getText() === 'role') {
      if (isStringLiteral(node.initializer)) uses.push(`role ${node.initializer.text}`)
    }
    node.forEachChild(visit)
  }
  visit(file)
  return uses
}

const configuration = path.join(root, 'main/tsconfig.json')
const api = new API({ cwd: root })
const project = api.updateSnapshot({ openProjects: [configuration] }).getProject(configuration)
if (project === undefined) throw new Error(`${configuration} is no project`)
const { program, checker } = project
const sources = program
  .getSourceFileNames()
  .filter((name) => name.startsWith(path.join(root, 'main/')))
  .flatMap((name) => program.getSourceFile(name) ?? [])
const uses = sources.flatMap((source) => usesIn(source, checker))
api.close()
console.log(JSON.stringify([...new Set(uses)].toSorted(), null, 1))

import type { GeneralBehavior } from 'glass-easel'
import type { CodeSpace } from 'glass-easel-miniprogram-adapter'

const known = new WeakMap<CodeSpace, ReadonlyMap<string, unknown>>()

/** WeChat's own behaviors, which programs name by strings. */
export function builtinBehaviors(space: CodeSpace): ReadonlyMap<string, unknown> {
  const made = known.get(space) ?? make(space)
  known.set(space, made)
  return made
}

/** The behavior by which components of a program say that they are fields of a form. */
export function formField(space: CodeSpace): GeneralBehavior {
  return (builtinBehaviors(space).get('wx://form-field') as { _$: GeneralBehavior })._$
}

function make(space: CodeSpace): ReadonlyMap<string, unknown> {
  const field = { properties: { name: { type: String, value: '' }, value: { type: null, value: '' } } }
  const define = (definition: object) =>
    space
      .behavior()
      .definition(definition as never)
      .register()
  return new Map([
    ['wx://form-field', define(field)],
    ['wx://form-field-group', define({})],
    ['wx://form-field-button', define({})],
    ['wx://component-export', define({})],
  ])
}

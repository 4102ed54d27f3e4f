import { Component, type Element, type GeneralBehavior, type GeneralComponent } from 'glass-easel'

/** The values of a form's fields that are components with the behavior `wx://form-field`, by their names. */
export function formFields(form: Element, field: GeneralBehavior): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  form.forEachComposedChild((child) => collect(child as Element, field, values))
  return values
}

function collect(node: Element, field: GeneralBehavior, values: Record<string, unknown>): void {
  if (Component.isComponent(node) && (node as GeneralComponent).hasBehavior(field)) {
    const { name, value } = (node as GeneralComponent).data as { name?: unknown; value?: unknown }
    if (typeof name === 'string' && name !== '') values[name] = value
  }
  if ('forEachComposedChild' in node) node.forEachComposedChild((child) => collect(child as Element, field, values))
}

import { addGlobalErrorListener, addGlobalWarningListener, DeepCopyKind, Element, Event, globalOptions } from 'glass-easel'
import type { ViewNode } from './nodes'

/** Settings of glass-easel that must stand before anything of it is created. */
export function setUpGlassEasel(failed: (error: unknown) => void): void {
  globalOptions.throwGlobalError = false
  // else a property named `dataset` or `classList` breaks its component
  globalOptions.writeFieldsToNode = false
  globalOptions.writeIdToDOM = true
  // data that contains itself is a mistake, but no reason to end the session
  globalOptions.dataDeepCopy = DeepCopyKind.SimpleWithRecursion
  globalOptions.propertyPassingDeepCopy = DeepCopyKind.SimpleWithRecursion
  addGlobalErrorListener((error) => {
    failed(error)
    return false
  })
  addGlobalWarningListener(() => false)
  sendDatasets()
  givePlainTargets()
}

// the composed backend does not hear of data- entries, and the host selects by them
function sendDatasets(): void {
  const setDataset = Element.prototype.setDataset
  Element.prototype.setDataset = function (name, value) {
    setDataset.call(this, name, value)
    ;(this.getBackendElement() as ViewNode | null)?.setData(name, value)
  }
}

// WeChat's events carry plain targets and own fields: programs spread, compare and serialise them
function givePlainTargets(): void {
  const wrap = Event.prototype.wrapShadowedEvent
  Event.prototype.wrapShadowedEvent = function (target, mark, currentTarget) {
    const event = wrap.call(this, target, mark, currentTarget)
    const { type, timeStamp, detail, extraFields } = this
    const own = { type, timeStamp, detail, target: plain(target), currentTarget: plain(currentTarget) }
    return Object.assign(event, extraFields, own) as typeof event
  }
}

function plain(caller: Element): object {
  const element = (caller as { _$?: Element })._$ ?? caller
  return { id: element.id, dataset: { ...element.dataset }, offsetLeft: 0, offsetTop: 0 }
}

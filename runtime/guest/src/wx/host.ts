import type { Table } from './convention'

/** The APIs that the host answers as they are: those of its registry, so that `canIUse` tells the truth. */
export const hostApis: Table = {
  getPhoneNumber: { how: 'host' },
  getSetting: { how: 'host' },
  hideLoading: { how: 'host' },
  hideNavigationBarLoading: { how: 'host' },
  hideToast: { how: 'host' },
  login: { how: 'host' },
  setNavigationBarColor: { how: 'host' },
  setNavigationBarTitle: { how: 'host' },
  showLoading: { how: 'host' },
  showModal: { how: 'host' },
  showNavigationBarLoading: { how: 'host' },
  showToast: { how: 'host' },
  stopPullDownRefresh: { how: 'host' },
}

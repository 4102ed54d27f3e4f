import type { Table } from './convention'

/** The APIs that the host answers as they are. */
export const hostApis: Table = {
  authorize: { how: 'host' },
  checkSession: { how: 'host' },
  getPhoneNumber: { how: 'host' },
  getPrivacySetting: { how: 'host', promises: false },
  getSetting: { how: 'host' },
  hideLoading: { how: 'host' },
  hideToast: { how: 'host' },
  login: { how: 'host' },
  openSetting: { how: 'host' },
  pageScrollTo: { how: 'host' },
  setNavigationBarColor: { how: 'host' },
  setNavigationBarTitle: { how: 'host' },
  showActionSheet: { how: 'host' },
  showLoading: { how: 'host' },
  showModal: { how: 'host' },
  showToast: { how: 'host' },
  stopPullDownRefresh: { how: 'host' },
}

import type { Table } from './convention'

/** The APIs that the host answers as they are: those of its registry, so that `canIUse` tells the truth. */
export const hostApis: Table = {
  authorize: { how: 'host', private: true },
  chooseAddress: { how: 'host', private: true },
  chooseContact: { how: 'host', promises: false, private: true },
  chooseInvoiceTitle: { how: 'host', private: true },
  chooseLicensePlate: { how: 'host', private: true },
  chooseLocation: { how: 'host', private: true },
  choosePoi: { how: 'host', private: true },
  getFuzzyLocation: { how: 'host', promises: false, private: true },
  getLocation: { how: 'host', private: true },
  getPhoneNumber: { how: 'host' },
  getPrivacySetting: { how: 'host', promises: false },
  getSetting: { how: 'host' },
  getUserInfo: { how: 'host', private: true },
  getUserProfile: { how: 'host', private: true },
  getWeRunData: { how: 'host', private: true },
  hideLoading: { how: 'host' },
  hideNavigationBarLoading: { how: 'host' },
  hideToast: { how: 'host' },
  login: { how: 'host' },
  makePhoneCall: { how: 'host' },
  openPrivacyContract: { how: 'host', promises: false },
  openSetting: { how: 'host' },
  requestPayment: { how: 'host' },
  requestSubscribeMessage: { how: 'host' },
  setNavigationBarColor: { how: 'host' },
  setNavigationBarTitle: { how: 'host' },
  showLoading: { how: 'host' },
  showModal: { how: 'host' },
  showNavigationBarLoading: { how: 'host' },
  showToast: { how: 'host' },
  stopPullDownRefresh: { how: 'host' },
}

/** What only buttons ask the host for, and what `wx` has under another name or in another shape. */
export const otherHostApis = [
  'agreePrivacyAuthorization',
  'chooseAvatar',
  'cloakroomRequest',
  'nodeLayout',
  'request',
  'startLocationUpdate',
]
